import { z } from 'zod'
import { optionalDay, seen } from '@/lib/forms/fields'
import { SAID_KINDS } from '@/lib/relations/rules'

const organisation = z.uuid('required').toLowerCase()

/** What one organisation says of another; without a day, it holds from today on. */
export const addRelationSchema = z.object({
  regionId: z.uuid(),
  one: organisation,
  said: z.enum(SAID_KINDS, 'required'),
  other: organisation,
  since: optionalDay.default(null),
})

const which = { regionId: z.uuid(), id: z.uuid(), version: seen }

export const changeRelationSchema = z.object({
  ...which,
  /** The organisation on whose page it is said. */
  one: organisation,
  said: z.enum(SAID_KINDS, 'required'),
  since: z.iso.date('day').refine((said) => said >= '1990-01-01' && said <= '2099-12-31', 'day'),
  endedOn: optionalDay,
})

/** It is over since today, or was entered by mistake. */
export const endRelationSchema = z.object({ ...which, how: z.enum(['over', 'never']) })

export type AddRelation = z.output<typeof addRelationSchema>
export type ChangeRelation = z.output<typeof changeRelationSchema>
export type EndRelation = z.output<typeof endRelationSchema>
