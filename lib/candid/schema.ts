import { z } from 'zod'
import { FIELDS } from '@/lib/candid/matrix/rules'
import { inAddress, line, lines, optionalDay, seen, tickBox } from '@/lib/forms/fields'

const which = { regionId: z.uuid(), partnerId: z.uuid() }

/** From 1 to 5; nothing chosen is sent as an empty text. */
const scale = z
  .string('required')
  .min(1, 'required')
  .regex(/^[1-5]$/, 'invalid')
  .transform(Number)

/** `rater` names somebody who sat with the coordinator; empty for the coordinator's own view. */
export const rateSchema = z.object({
  ...which,
  influence: scale,
  interest: scale,
  reason: line(200).default(''),
  rater: line(80).default(''),
})

export const takeBackSchema = z.object({ regionId: z.uuid(), id: z.uuid() })

export const prioritiseSchema = z.object({
  ...which,
  version: seen,
  firstCircle: tickBox,
  circleReason: line(200).default(''),
  action: line(200).default(''),
  actionBy: line(80).default(''),
  actionOn: optionalDay.default(null),
})

export const addTalkSchema = z.object({
  ...which,
  kind: z.enum(['talk', 'note']),
  heldOn: optionalDay.pipe(z.string('required')),
  people: line(160).default(''),
  words: lines(4000).default(''),
})

export const removeTalkSchema = z.object({ regionId: z.uuid(), id: z.uuid() })

export const planContactSchema = z.object({
  ...which,
  version: seen,
  dueOn: optionalDay.default(null),
  who: line(80).default(''),
})

export type Rate = z.output<typeof rateSchema>
export type TakeBack = z.output<typeof takeBackSchema>
export type Prioritise = z.output<typeof prioritiseSchema>
export type AddTalk = z.output<typeof addTalkSchema>
export type RemoveTalk = z.output<typeof removeTalkSchema>
export type PlanContact = z.output<typeof planContactSchema>

/** What the table of the matrix can be narrowed to. */
export const SHOWN = [...FIELDS, 'unplaced', 'on-line', 'first-circle'] as const

/** The address of the matrix: what is looked for, and the day as of which it is drawn. */
export const prioritiesAddress = z.object({
  q: z.string().max(200).catch(''),
  show: inAddress(z.enum(SHOWN)),
  on: inAddress(z.iso.date()),
})

export type PrioritiesAddress = z.output<typeof prioritiesAddress>

/** What the planner can be narrowed to. */
export const ENGAGEMENT_SHOWN = [
  'silent',
  'due',
  'untalked',
  'first-circle',
  'unheard',
  'no-gain',
] as const

/** The address of the planner. */
export const engagementAddress = z.object({
  q: z.string().max(200).catch(''),
  show: inAddress(z.enum(ENGAGEMENT_SHOWN)),
})

export type EngagementAddress = z.output<typeof engagementAddress>
