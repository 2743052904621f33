import { z } from 'zod'
import { ITEM_STATES, KINDS, MILESTONE_STATES, type Wanted } from '@/lib/journey/sheet/rules'
import { MOST_ROWS } from '@/lib/sheet/rules'
import { sentChanges } from '@/lib/sheet/schema'

export const lookAtSheetSchema = z.object({
  regionId: z.uuid(),
  file: z.instanceof(File, { error: 'sheetNone' }),
})

const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/)
const day = z.iso
  .date()
  .refine((one) => one >= '1990-01-01' && one <= '2099-12-31')
  .nullable()

const change = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  id: z
    .string()
    .regex(/^[a-z-]+\.(checklist|upkeep|milestones)\.[a-z0-9-]+$/)
    .nullable(),
  version: z.int().min(0).max(2_000_000_000).nullable(),
  step: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .nullable(),
  kind: z.enum(KINDS).nullable(),
  set: z
    .strictObject({
      title: text(200),
      doneWhen: text(500),
      state: z.enum([...ITEM_STATES, ...MILESTONE_STATES]),
      owner: z.string().regex(/^(coordinator|any-partner|sector:[a-z_]+|partner:[0-9a-f-]{36})$/),
      ...{ day, since: day, note: text(2000), reason: text(500) },
    })
    .partial(),
})

const changes = z
  .array(change)
  .min(1)
  .max(MOST_ROWS)
  // Nobody changes what exists without having seen which version of it.
  .refine((all) => all.every(({ id, version }) => id === null || version !== null))

/** Changes as the page has shown them: they come back as text, and are trusted in nothing. */
export const keepSheetSchema = z.object({
  regionId: z.uuid(),
  changes: sentChanges(changes),
})

export type LookAtSheet = z.output<typeof lookAtSheetSchema>
export interface KeepSheet {
  regionId: string
  changes: Wanted[]
}
