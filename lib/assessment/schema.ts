import { z } from 'zod'
import { line, lines, optionalDay, seen } from '@/lib/forms/fields'

/** A field that is sent once for each choice. */
const several = <T extends z.ZodType>(one: T, most: number) =>
  z.preprocess(
    (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
    z.array(one).max(most, 'tooMany'),
  )

const which = { regionId: z.uuid(), id: z.uuid() }
const plan = {
  kind: z.enum(['full', 'short']),
  steps: several(line(60), 20),
  languages: several(z.enum(['en', 'de']), 2),
  partners: several(z.uuid(), 500),
  message: lines(1000),
  closesOn: optionalDay,
}

export const draftRoundSchema = z.object({ regionId: z.uuid(), ...plan })
export const changeRoundSchema = z.object({ ...which, version: seen, ...plan })
export const markRoundSchema = z.object({ ...which, version: seen })
export const extendRoundSchema = z.object({ ...which, version: seen, closesOn: optionalDay })
export const linkRoundSchema = z.object({ ...which, version: seen, link: z.enum(['make', 'end']) })

/** `statement=level`; 0 stands for "I cannot judge this". A statement without an answer is not sent. */
const answer = z
  .string()
  .regex(/^[a-z0-9.-]{1,120}=[0-5]$/, 'invalid')
  .or(z.literal(''))
const remembered = z
  .string()
  .regex(/^[a-z0-9-]{1,60}=[1-5]$/, 'invalid')
  .or(z.literal(''))
const remark = z
  .string()
  .max(1100, 'tooLong')
  .regex(/^([a-z0-9-]{1,60}=)[^\0]*$/, 'invalid')
  .or(z.literal(''))

export const answerRoundSchema = z.object({
  ...which,
  /** What only the respondent's browser knows; by it alone a sheet can be corrected. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/, 'invalid'),
  answers: several(answer, 100),
  lookBack: several(remembered, 20),
  comments: several(remark, 20),
  said: several(lines(1000), 20),
  saidOn: several(z.string().regex(/^[a-z0-9-]{1,60}$/, 'invalid'), 20),
})

/** What is made of a result of a closed round. */
export const addTalkSchema = z.object({
  ...which,
  statement: z.string().regex(/^[a-z0-9.-]{1,120}$/),
  kind: z.enum(['task', 'comment', 'talked']),
  words: lines(1000),
})
export const dropTalkSchema = z.object({ ...which, talk: z.uuid() })

export const joinRoundSchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]{1,80}$/),
  link: z.string().regex(/^[0-9a-f]{32}$/),
})

export type DraftRound = z.output<typeof draftRoundSchema>
export type ChangeRound = z.output<typeof changeRoundSchema>
export type MarkRound = z.output<typeof markRoundSchema>
export type ExtendRound = z.output<typeof extendRoundSchema>
export type LinkRound = z.output<typeof linkRoundSchema>
export type AnswerRound = z.output<typeof answerRoundSchema>
export type AddTalk = z.output<typeof addTalkSchema>
export type DropTalk = z.output<typeof dropTalkSchema>
