import { addComment, editComment, removeComment, settleQuestion } from '@/lib/comments/changes'
import { follow, markNewsSeen } from '@/lib/follows/changes'
import { findCard } from '@/lib/celebrate/data'
import { getHandOver } from '@/lib/handover/data'
import type { Region } from './cast'
import type { ProgrammeRow, Row } from './matrix-answers'

const everybody: Row['answers'] = {
  ...{ admin: 'ok', staff: 'ok', coordinator: 'ok', partner: 'ok', observer: 'ok' },
}
const writers: Row['answers'] = { ...everybody, observer: 'forbidden' }
const nobody: Row['answers'] = {
  ...{ admin: 'forbidden', staff: 'forbidden', coordinator: 'forbidden' },
  ...{ partner: 'forbidden', observer: 'forbidden' },
}

const subject = 'purpose.checklist.gap-question-written'
const words = { subject, text: 'Who has the numbers?', asks: true }
const which = ({ id: regionId }: Region, { comment: id }: Region) => ({ regionId, id, version: 1 })

/** Comments and following: who may do what. The region's own comment is a former observer's. */
export const TALK_MATRIX: Record<string, Row> = {
  'lib/comments/changes.ts#addComment': {
    writes: true,
    call: (viewer, { id: regionId }) => addComment(viewer, { regionId, ...words, tell: [] }),
    nested: (viewer, { own, viewers }) =>
      addComment(viewer, { regionId: own.id, ...words, tell: [viewers.outsider.userId] }),
    nestedAnswer: 'invalid: tell:people',
    answers: writers,
  },
  'lib/comments/changes.ts#editComment': {
    writes: true,
    call: (viewer, region) =>
      editComment(viewer, { ...which(region, region), text: 'Other words', asks: false }),
    answers: nobody,
  },
  'lib/comments/changes.ts#removeComment': {
    writes: true,
    call: (viewer, region) => removeComment(viewer, which(region, region)),
    nested: (viewer, { own, foreign }) => removeComment(viewer, which(own, foreign)),
    answers: { ...nobody, coordinator: 'ok' },
  },
  'lib/comments/changes.ts#settleQuestion': {
    writes: true,
    call: (viewer, region) => settleQuestion(viewer, { ...which(region, region), answered: 'yes' }),
    nested: (viewer, { own, foreign }) =>
      settleQuestion(viewer, { ...which(own, foreign), answered: 'yes' }),
    answers: writers,
  },
  'lib/follows/changes.ts#follow': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      follow(viewer, { regionId, step: 'purpose', following: 'yes' }),
    answers: everybody,
  },
  'lib/celebrate/data.ts#findCard': {
    call: (viewer, { slug }) => findCard(viewer, slug, 'purpose', 'en'),
    answers: { ...nobody, coordinator: 'ok' },
  },
  'lib/handover/data.ts#getHandOver': {
    call: (viewer, { slug }) => getHandOver(viewer, slug, 'en'),
    answers: everybody,
  },
}

/** The same for what is about no region. */
export const TALK_PROGRAMME: Record<string, ProgrammeRow> = {
  'lib/follows/changes.ts#markNewsSeen': {
    writes: true,
    call: (viewer) => markNewsSeen(viewer, { until: new Date().toISOString() }),
    everybody: {
      ...{ admin: 'ok', staff: 'ok', coordinator: 'ok', partner: 'ok', observer: 'ok' },
      ...{ outsider: 'ok', former: 'ok' },
    },
  },
}
