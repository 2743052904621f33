import { answerRound, getSheet, joinRound } from '@/lib/assessment/answering'
import { closeRound } from '@/lib/assessment/closing'
import { getRound, listRounds } from '@/lib/assessment/data'
import { getRoundDesk } from '@/lib/assessment/desk'
import { exportRound } from '@/lib/assessment/export'
import {
  changeRound,
  draftRound,
  dropRound,
  extendRound,
  linkRound,
  openRound,
} from '@/lib/assessment/rounds'
import { addTalk, dropTalk } from '@/lib/assessment/talks'
import type { Region, World } from './cast'
import { type Answers, coordinator, type Row } from './matrix-answers'
import { sql } from './owner'

const readers: Answers = {
  ...{ admin: 'not-found', staff: 'not-found', coordinator: 'ok', partner: 'ok', observer: 'ok' },
}
const coordinatorAlone: Answers = { ...readers, partner: 'not-found', observer: 'not-found' }

const plan = ({ partner }: Pick<Region, 'partner'>) => ({
  ...{ kind: 'full' as const, steps: ['purpose'], languages: ['en' as const], message: '' },
  ...{ partners: [partner], closesOn: null },
})
const of = ({ id: regionId }: Region, id: string) => ({ regionId, id, version: 1 })

const talkOf = ({ id: regionId }: Region, id: string) => ({
  ...{ regionId, id, statement: 'purpose.statements.purpose-gap' },
  ...{ kind: 'task' as const, words: '' },
})

async function askPartner({ own, viewers }: World) {
  await sql(
    `insert into round_people (region_id, id, round_id, partner_id, user_id)
      values ($1, gen_random_uuid(), $2, $3, $4) on conflict (region_id, round_id, user_id) do nothing`,
    [own.id, own.openRound, own.partner, viewers.partner.userId],
  )
}

/** Rounds are the coordinators' to hold and the members' to read once closed. */
export const ROUND_MATRIX: Record<string, Row> = {
  'lib/assessment/data.ts#listRounds': {
    call: (viewer, { slug }) => listRounds(viewer, slug, 'en'),
    answers: { ...readers, staff: 'ok' },
  },
  'lib/assessment/data.ts#getRound': {
    call: (viewer, { slug, closedRound }) => getRound(viewer, slug, closedRound, 'en'),
    nested: (viewer, { own, foreign }) => getRound(viewer, own.slug, foreign.closedRound, 'en'),
    answers: readers,
  },
  // The region's partner speaks for an organisation and is asked in the round that is open.
  'lib/assessment/answering.ts#getSheet': {
    prepare: askPartner,
    call: (viewer, { slug, openRound: id }) => getSheet(viewer, slug, id, 'en'),
    nested: (viewer, { own, foreign }) => getSheet(viewer, own.slug, foreign.openRound, 'en'),
    answers: { ...coordinatorAlone, coordinator: 'not-found', partner: 'ok' },
  },
  'lib/assessment/answering.ts#answerRound': {
    writes: true,
    call: (viewer, region) =>
      answerRound(viewer, {
        ...{ regionId: region.id, id: region.openRound, secret: 'x'.repeat(24) },
        ...{ answers: ['purpose.statements.purpose-gap=3'], lookBack: [], comments: [] },
        ...{ said: [], saidOn: [] },
      }),
    answers: { ...coordinator, coordinator: 'forbidden', partner: 'invalid: answers:invalid' },
  },
  'lib/assessment/answering.ts#joinRound': {
    writes: true,
    call: (viewer, { slug }) => joinRound(viewer, slug, 'f'.repeat(32)),
    answers: {
      ...{ ...coordinatorAlone, coordinator: 'not-found', partner: 'not-found: linkEnded' },
    },
  },
  'lib/assessment/desk.ts#getRoundDesk': {
    call: (viewer, { slug }) => getRoundDesk(viewer, slug, 'en'),
    answers: coordinatorAlone,
  },
  'lib/assessment/rounds.ts#draftRound': {
    writes: true,
    call: (viewer, region) => draftRound(viewer, { regionId: region.id, ...plan(region) }),
    nested: (viewer, { own, foreign }) =>
      draftRound(viewer, { regionId: own.id, ...plan(foreign) }),
    nestedAnswer: 'invalid: partners:invalid',
    answers: coordinator,
  },
  'lib/assessment/rounds.ts#changeRound': {
    writes: true,
    call: (viewer, region) =>
      changeRound(viewer, { ...of(region, region.draftRound), ...plan(region) }),
    nested: (viewer, { own, foreign }) =>
      changeRound(viewer, { ...of(own, foreign.draftRound), ...plan(own) }),
    answers: coordinator,
  },
  'lib/assessment/rounds.ts#dropRound': {
    writes: true,
    call: (viewer, region) => dropRound(viewer, of(region, region.draftRound)),
    nested: (viewer, { own, foreign }) => dropRound(viewer, of(own, foreign.draftRound)),
    answers: coordinator,
  },
  // The draft at hand has no last day yet, so that nobody gets further than its fault.
  'lib/assessment/rounds.ts#openRound': {
    writes: true,
    call: (viewer, region) => openRound(viewer, of(region, region.draftRound)),
    nested: (viewer, { own, foreign }) => openRound(viewer, of(own, foreign.draftRound)),
    answers: { ...coordinator, coordinator: 'invalid: noLastDay' },
  },
  'lib/assessment/rounds.ts#extendRound': {
    writes: true,
    call: (viewer, region) =>
      extendRound(viewer, { ...of(region, region.openRound), closesOn: '2026-01-20' }),
    nested: (viewer, { own, foreign }) =>
      extendRound(viewer, { ...of(own, foreign.openRound), closesOn: '2026-01-20' }),
    answers: { ...coordinator, coordinator: 'invalid: closesOn:extendTo' },
  },
  'lib/assessment/rounds.ts#linkRound': {
    writes: true,
    call: (viewer, region) => linkRound(viewer, { ...of(region, region.openRound), link: 'make' }),
    nested: (viewer, { own, foreign }) =>
      linkRound(viewer, { ...of(own, foreign.openRound), link: 'make' }),
    answers: coordinator,
  },
  'lib/assessment/closing.ts#closeRound': {
    writes: true,
    call: (viewer, region) => closeRound(viewer, of(region, region.openRound)),
    nested: (viewer, { own, foreign }) => closeRound(viewer, of(own, foreign.openRound)),
    nestedAnswer: 'conflict',
    answers: coordinator,
  },
  'lib/assessment/export.ts#exportRound': {
    call: (viewer, { slug, closedRound: id }) => exportRound(viewer, { slug, id }, 'en', 'csv'),
    nested: (viewer, { own, foreign }) =>
      exportRound(viewer, { slug: own.slug, id: foreign.closedRound }, 'en', 'csv'),
    answers: readers,
  },
  'lib/assessment/talks.ts#addTalk': {
    writes: true,
    call: (viewer, region) => addTalk(viewer, talkOf(region, region.closedRound)),
    nested: (viewer, { own, foreign }) => addTalk(viewer, talkOf(own, foreign.closedRound)),
    answers: { ...readers, observer: 'forbidden' },
  },
  'lib/assessment/talks.ts#dropTalk': {
    writes: true,
    call: (viewer, { id: regionId, closedRound: id, roundTalk: talk }) =>
      dropTalk(viewer, { regionId, id, talk }),
    nested: (viewer, { own, foreign }) =>
      dropTalk(viewer, { regionId: own.id, id: foreign.closedRound, talk: foreign.roundTalk }),
    // What was said was said by nobody who is still there: only a coordinator takes it back.
    answers: { ...coordinatorAlone, partner: 'forbidden', observer: 'forbidden' },
  },
}
