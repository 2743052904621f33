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
  version: seen,
})

export type TickItem = z.output<typeof tickItemSchema>
export type PlanItem = z.output<typeof planItemSchema>
export type MarkMilestone = z.output<typeof markMilestoneSchema>
