import { z } from 'zod'
import { line, seen, tickBox } from '@/lib/forms/fields'
import { PARTNER_STATUSES, SECTORS, SUBTYPES } from '@/lib/partners/rules'

/** A page on the web; what comes without a scheme gets https. */
const website = line(300)
  .transform((text) => (text === '' || text.includes('://') ? text : `https://${text}`))
  .pipe(
    z
      .literal('')
      .or(z.url({ protocol: /^https?$/, hostname: /^[^.]+(\.[^.]+)+$/, error: 'website' })),
  )

const profile = {
  name: line(160).min(1, 'required'),
  city: line(100).default(''),
  website: website.default(''),
  microPlayer: tickBox,
}

const standing = {
  sector: z.enum(SECTORS, 'required'),
  subtype: z.enum(SUBTYPES).or(z.literal('')).default(''),
  status: z.enum(PARTNER_STATUSES).default('identified'),
  intermediary: tickBox,
}

const which = { regionId: z.uuid(), id: z.uuid(), version: seen }

export const addPartnerSchema = z.object({ regionId: z.uuid(), ...profile, ...standing })

export const changePartnerSchema = z.object({ ...which, ...profile, ...standing })

/** What a partner may say of the own organisation. */
export const changeProfileSchema = z.object({ ...which, ...profile })

export const markPartnerSchema = z.object(which)

export type AddPartner = z.output<typeof addPartnerSchema>
export type ChangePartner = z.output<typeof changePartnerSchema>
export type ChangePartnerProfile = z.output<typeof changeProfileSchema>
export type MarkPartner = z.output<typeof markPartnerSchema>
