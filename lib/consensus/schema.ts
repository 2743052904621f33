import { z } from 'zod'
import { MOVES, PHASES } from '@/lib/consensus/room/rules'
import { line, lines, seen } from '@/lib/forms/fields'
import { LOCALES } from '@/lib/i18n/locales'
import { SECTORS } from '@/lib/partners/rules'

const several = z.preprocess(
  (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
  z.array(line(60)).max(20, 'tooMany'),
)

export const openSessionSchema = z.object({
  regionId: z.uuid(),
  steps: several,
  language: z.enum(LOCALES),
})

const which = { regionId: z.uuid(), id: z.uuid() }

export const paceSessionSchema = z.object({ ...which, version: seen, move: z.enum(MOVES) })

export const agreeLevelSchema = z.object({
  ...which,
  version: seen,
  level: z.coerce.number('chooseLevel').int('chooseLevel').min(1, 'chooseLevel').max(5),
  reason: lines(1000).min(1, 'reason'),
  evidence: lines(1000).default(''),
})

export const closeSessionSchema = z.object({ ...which, version: seen })

export const showOutSchema = z.object({ ...which, person: z.uuid() })

/** What the room wants to do about a statement: a task of the coordinator, until given on. */
export const noteTaskSchema = z.object({
  regionId: z.uuid(),
  serves: z.string().regex(/^[a-z-]{1,60}$/),
  title: line(200).min(1, 'required'),
})

/** What is typed as a code; which one is meant, the rules say. */
const typedCode = z.string().trim().max(20, 'tooLong')

export const enterRoomSchema = z.object({
  code: typedCode,
  name: line(80).min(1, 'required'),
  partner: z.uuid().or(z.literal('')).default(''),
  organisation: line(120).default(''),
  sector: z.enum(SECTORS).or(z.literal('')).default(''),
})

/** `statement/ballot`, as the phone knows it, and a level; 0 stands for "I cannot judge this". */
export const castVoteSchema = z.object({
  about: z.string().regex(/^[a-z0-9.-]{1,120}$/),
  ballot: z.coerce.number().int().min(1).max(2_000_000_000),
  level: z.coerce.number().int().min(0).max(5),
})

/** The room as the database shows it. */
export const roomShape = z.object({
  version: z.number(),
  phase: z.enum(PHASES),
  position: z.number(),
  statement: z.string(),
  ballot: z.number(),
  present: z.number(),
  voted: z.number(),
  bars: z.array(z.number()).nullable(),
  level: z.number().nullable(),
})

export const seatShape = z.object({
  personId: z.string(),
  name: z.string(),
  region: z.string(),
  organisation: z.string(),
  roundId: z.string(),
  edition: z.number(),
  statements: z.array(z.string()),
  room: roomShape,
  /** Their own votes that still stand, by statement; 0 for "I cannot judge this". */
  own: z.record(z.string(), z.number()),
})

export const doorShape = z.object({
  roundId: z.string(),
  region: z.string(),
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
})

export type OpenSession = z.output<typeof openSessionSchema>
export type PaceSession = z.output<typeof paceSessionSchema>
export type AgreeLevel = z.output<typeof agreeLevelSchema>
export type CloseSession = z.output<typeof closeSessionSchema>
export type ShowOut = z.output<typeof showOutSchema>
export type NoteTask = z.output<typeof noteTaskSchema>
export type EnterRoom = z.output<typeof enterRoomSchema>
export type CastVote = z.output<typeof castVoteSchema>
