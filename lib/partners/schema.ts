import { z } from 'zod'
import { line, lines, optionalDay, seen, tickBox } from '@/lib/forms/fields'
import { PARTNER_STATUSES, SECTORS, SIZES, SUBTYPES } from '@/lib/partners/rules'

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
  kind: line(100).default(''),
  city: line(100).default(''),
  website: website.default(''),
  size: z.enum(SIZES).or(z.literal('')).default(''),
  microPlayer: tickBox,
  ...{ gainVisibility: tickBox, gainFunding: tickBox },
  ...{ gainNetworking: tickBox, gainLearning: tickBox },
  gainNote: lines(500).default(''),
  brings: lines(1000).default(''),
  expects: lines(1000).default(''),
}

const standing = {
  sector: z.enum(SECTORS, 'required'),
  subtype: z.enum(SUBTYPES).or(z.literal('')).default(''),
  ...{ alsoPublic: tickBox, alsoEducation: tickBox, alsoBusiness: tickBox, alsoCreative: tickBox },
  status: z.enum(PARTNER_STATUSES).default('identified'),
  intermediary: tickBox,
}

const which = { regionId: z.uuid(), id: z.uuid(), version: seen }

export const addPartnerSchema = z.object({ regionId: z.uuid(), ...profile, ...standing })

export const changePartnerSchema = z.object({ ...which, ...profile, ...standing })

/** What a partner may say of the own organisation. */
export const changeProfileSchema = z.object({ ...which, ...profile })

export const markPartnerSchema = z.object(which)

/** Since when an organisation has each status; an empty day forgets it. */
export const changeDaysSchema = z.object({
  ...which,
  ...{ identified: optionalDay, contacted: optionalDay, engaged: optionalDay },
  ...{ committed: optionalDay, left: optionalDay },
})

const chosen = z
  .string()
  .regex(/^[0-9a-f-]{36}@\d{1,9}$/)
  .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }))
  .refine(({ id }) => z.uuid().safeParse(id).success)

/** One thing set for several partners at once. */
export const changeSeveralPartnersSchema = z.object({
  regionId: z.uuid(),
  entries: z
    .union([chosen.transform((one) => [one]), z.array(chosen).max(400)], 'chooseSome')
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  what: z.enum(['status', 'sector', 'micro', 'aside']),
  status: z.enum(PARTNER_STATUSES).optional(),
  sector: z.enum(SECTORS).optional(),
  micro: z.enum(['yes', 'no']).optional(),
})

export type AddPartner = z.output<typeof addPartnerSchema>
export type ChangePartner = z.output<typeof changePartnerSchema>
export type ChangePartnerProfile = z.output<typeof changeProfileSchema>
export type MarkPartner = z.output<typeof markPartnerSchema>
export type ChangeDays = z.output<typeof changeDaysSchema>
export type ChangeSeveralPartners = z.output<typeof changeSeveralPartnersSchema>
