import { z } from 'zod'
import { email, line } from '@/lib/forms/fields'
import { LOCALES } from '@/lib/i18n/locales'
import { SECTORS } from '@/lib/partners/rules'
import {
  LIMITS,
  MOST_PASTED,
  MOST_PASTED_LENGTH,
  type OrganisationChoice,
} from '@/lib/people/pasted/rules'
import { seat } from '@/lib/people/schema'
import { keyOf } from '@/lib/sheet/text/rules'
import { sentChanges } from '@/lib/sheet/schema'

const asking = { regionId: z.uuid(), seat, locale: z.enum(LOCALES) }

export const lookAtPastedSchema = z.object({
  ...asking,
  list: z
    .string()
    .max(MOST_PASTED_LENGTH, 'tooLong')
    .regex(/\S/, 'required')
    .regex(/^[^\0]*$/, 'invalid'),
})

const pasted = z.strictObject({
  row: z.int().min(1).max(MOST_PASTED_LENGTH),
  email,
  name: line(LIMITS.name),
  organisation: line(LIMITS.organisation),
  role: z.enum(['coordinator', 'partner', 'observer']).nullable(),
})

/** "Name of an organisation=<partner>" or "=new-<sector>": whom a name stands for. */
const chosen = z
  .string()
  .max(LIMITS.organisation + 60)
  .regex(/^.+=([0-9a-f-]{36}|new-[a-z_]+)$/u, 'chooseOrganisations')
  .transform((sent, context): [string, OrganisationChoice] => {
    const at = sent.lastIndexOf('=')
    const [name, word] = [keyOf(sent.slice(0, at)), sent.slice(at + 1)]
    const sector = SECTORS.find((one) => word === `new-${one}`)
    if (sector) return [name, { kind: 'new', sector }]
    if (!z.uuid().safeParse(word).success) {
      context.addIssue({ code: 'custom', message: 'chooseOrganisations' })
      return z.NEVER
    }
    return [name, { kind: 'known', id: word }]
  })

/** What the preview has shown; it comes back as text and is trusted in nothing. */
export const keepPastedSchema = z.object({
  ...asking,
  changes: sentChanges(z.array(pasted).min(1).max(MOST_PASTED)),
  choices: z
    .union([chosen.transform((one) => [one]), z.array(chosen).max(MOST_PASTED)])
    .default([])
    .transform((all) => new Map(all)),
})

export type LookAtPasted = z.output<typeof lookAtPastedSchema>
export type KeepPasted = z.output<typeof keepPastedSchema>
