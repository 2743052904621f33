import { z } from 'zod'
import { GAINS, PARTNER_STATUSES, SECTORS, SIZES, SUBTYPES } from '@/lib/partners/rules'
import { type Choice, TEXT_LIMITS, type Wanted } from '@/lib/partners/sheet/rules'
import { SAID_KINDS } from '@/lib/relations/rules'
import type { WantedRelation } from '@/lib/relations/sheet/rules'
import { MOST_ROWS } from '@/lib/sheet/rules'
import { sentChanges } from '@/lib/sheet/schema'

export const lookAtPartnersSchema = z.object({
  regionId: z.uuid(),
  file: z.instanceof(File, { error: 'sheetNone' }),
})

const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/)

const change = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  id: z.uuid().nullable(),
  version: z.int().min(0).max(2_000_000_000).nullable(),
  set: z
    .strictObject({
      ...{ name: text(TEXT_LIMITS.name).min(1), kind: text(TEXT_LIMITS.kind) },
      ...{ sector: z.enum(SECTORS), also: z.array(z.enum(SECTORS)).max(4) },
      subtype: z.enum(SUBTYPES).or(z.literal('')),
      ...{ status: z.enum(PARTNER_STATUSES), since: z.iso.date().nullable() },
      ...{ city: text(TEXT_LIMITS.city), website: text(TEXT_LIMITS.website) },
      ...{ size: z.enum(SIZES).or(z.literal('')), micro: z.boolean(), bridge: z.boolean() },
      ...{ gains: z.array(z.enum(GAINS)).max(4), gainNote: text(TEXT_LIMITS.gainNote) },
      ...{ brings: text(TEXT_LIMITS.brings), expects: text(TEXT_LIMITS.expects) },
    })
    .partial(),
})

const relation = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  ...{ one: text(TEXT_LIMITS.name).min(1), said: z.enum(SAID_KINDS) },
  other: text(TEXT_LIMITS.name).min(1),
  ...{ since: z.iso.date().nullable(), endedOn: z.iso.date().nullable() },
})

/** "7=new", "7=skip", or "7=<partner>": what is chosen for a row. */
const chosen = z
  .string()
  .regex(/^\d{1,7}=(new|skip|[0-9a-f-]{36})$/, 'chooseEach')
  .transform((sent): [number, Choice] => {
    const [row = '', word = ''] = sent.split('=')
    const isKind = word === 'new' || word === 'skip'
    return [Number(row), isKind ? { kind: word } : { kind: 'same', id: word }]
  })

/** Changes as the page has shown them: they come back as text, and are trusted in nothing. */
export const keepPartnersSchema = z.object({
  regionId: z.uuid(),
  changes: sentChanges(z.array(change).max(MOST_ROWS)),
  relations: sentChanges(z.array(relation).max(MOST_ROWS)).default([]),
  choices: z
    .union([chosen.transform((one) => [one]), z.array(chosen).max(MOST_ROWS)])
    .default([])
    .transform((all) => new Map(all)),
})

export type LookAtPartners = z.output<typeof lookAtPartnersSchema>
export interface KeepPartners {
  regionId: string
  changes: Wanted[]
  /** Of the second sheet, by name. */
  relations?: WantedRelation[]
  choices: ReadonlyMap<number, Choice>
}
