import { z } from 'zod'
import { optionalDay, seen } from '@/lib/forms/fields'

const step = z.string().regex(/^[a-z-]{1,60}$/)

export const planStepSchema = z.object({
  regionId: z.uuid(),
  step,
  startsOn: optionalDay,
  targetOn: optionalDay,
  version: seen,
})

/** `startsOn` is the start that the days shown were counted from: another one is a conflict. */
export const takeSuggestionsSchema = z.object({
  regionId: z.uuid(),
  step,
  startsOn: z.iso.date('day'),
})

export type PlanStep = z.output<typeof planStepSchema>
export type TakeSuggestions = z.output<typeof takeSuggestionsSchema>
