import { z } from 'zod'
import { lines, optionalDay, seen } from '@/lib/forms/fields'
import { SECTORS } from '@/lib/partners/rules'

const itemId = z.string().regex(/^[a-z-]+\.(checklist|upkeep)\.[a-z0-9-]+$/)
const milestoneId = z.string().regex(/^[a-z-]+\.milestones\.[a-z0-9-]+$/)

const owner = z.union([
  z.literal('coordinator').transform(() => ({ kind: 'coordinator' as const })),
  z.literal('any-partner').transform(() => ({ kind: 'any-partner' as const })),
  z
    .enum(SECTORS.map((sector) => `sector:${sector}`) as [string, ...string[]])
    .transform((word) => ({ kind: 'sector' as const, sector: word.slice(7) })),
  z
    .string()
    .regex(/^partner:[0-9a-f-]{36}$/)
    .transform((word) => ({ kind: 'partner' as const, partnerId: word.slice(8) })),
])

export const tickItemSchema = z.object({
  regionId: z.uuid(),
  item: itemId,
  state: z.enum(['open', 'started', 'done', 'not_applicable']),
  reason: lines(500).default(''),
  version: seen,
})

export const planItemSchema = z.object({
  regionId: z.uuid(),
  item: itemId,
  owner,
  dueOn: optionalDay,
  note: lines(2000).default(''),
  version: seen,
})

export const markMilestoneSchema = z.object({
  regionId: z.uuid(),
  milestone: milestoneId,
  state: z.enum(['planned', 'reached']),
  plannedOn: optionalDay.optional(),
  reachedOn: optionalDay.optional(),
  note: lines(2000).optional(),
  owner: owner.optional(),
  version: seen,
})

export const waiveItemSchema = z.object({
  regionId: z.uuid(),
  item: itemId,
  waived: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  reason: lines(500).default(''),
  version: seen,
})

/** An entry of the activity to take back, or the batch of one change. */
export const undoEntrySchema = z.object({ regionId: z.uuid(), entry: z.uuid() })

/** One or several chosen entries, each as "id@version" as the person saw it. */
const chosen = z
  .string()
  .regex(/^[a-z-]+\.(checklist|upkeep|milestones)\.[a-z0-9-]+@\d{1,9}$/)
  .transform((word) => {
    const [id = '', version] = word.split('@')
    return { id, version: Number(version) }
  })

const chosenEntries = z
  .union([chosen.transform((one) => [one]), z.array(chosen).max(400)], 'chooseSome')
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length)

export const reopenStepSchema = z.object({
  regionId: z.uuid(),
  step: z.string().regex(/^[a-z-]{1,60}$/),
  entries: chosenEntries,
  reason: lines(500).pipe(z.string().min(1, 'reason')),
})

export const changeSeveralSchema = z.object({
  regionId: z.uuid(),
  entries: chosenEntries,
  what: z.enum(['owner', 'dueOn', 'state']),
  owner: owner.optional(),
  dueOn: optionalDay.optional(),
  state: z.enum(['open', 'started', 'done']).optional(),
})

export type UndoEntry = z.output<typeof undoEntrySchema>
export type ReopenStep = z.output<typeof reopenStepSchema>
export type ChangeSeveral = z.output<typeof changeSeveralSchema>
export type TickItem = z.output<typeof tickItemSchema>
export type PlanItem = z.output<typeof planItemSchema>
export type WaiveItem = z.output<typeof waiveItemSchema>
export type MarkMilestone = z.output<typeof markMilestoneSchema>
