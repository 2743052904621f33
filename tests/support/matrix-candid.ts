import { prioritise, ratePartner, takeRatingBack } from '@/lib/candid/changes'
import { getEngagement, getGiveAndGain, listEngagement } from '@/lib/candid/engagement'
import { getPriority, listPriorities } from '@/lib/candid/priorities'
import { addTalk, planContact, removeTalk } from '@/lib/candid/talks'
import type { Region } from './cast'
import { coordinator, type Row } from './matrix-answers'

/** To anybody but the coordinators there is no such page. */
const coordinatorsAlone: Row['answers'] = {
  ...{ admin: 'not-found', staff: 'not-found', coordinator: 'ok' },
  ...{ partner: 'not-found', observer: 'not-found' },
}

const rating = { influence: 5, interest: 1, reason: '', rater: '' }
const choice = {
  ...{ version: 0, firstCircle: true, circleReason: 'They open doors.', action: '', actionBy: '' },
  actionOn: null,
}
const talk = { kind: 'talk' as const, heldOn: '2026-01-10', people: '', words: 'They listen.' }
const contact = { version: 0, dueOn: '2031-01-10', who: 'Clara' }

const about = ({ id: regionId }: Region, partnerId: string) => ({ regionId, partnerId })

/** Ratings, first circle, talks and notes: the coordinators' alone. */
export const CANDID_MATRIX: Record<string, Row> = {
  'lib/candid/priorities.ts#listPriorities': {
    call: (viewer, { slug }) => listPriorities(viewer, slug, { q: '', show: null, on: null }),
    answers: coordinatorsAlone,
  },
  'lib/candid/priorities.ts#getPriority': {
    call: (viewer, { slug, partner }) => getPriority(viewer, slug, partner),
    nested: (viewer, { own, foreign }) => getPriority(viewer, own.slug, foreign.partner),
    answers: coordinatorsAlone,
  },
  'lib/candid/engagement.ts#listEngagement': {
    call: (viewer, { slug }) => listEngagement(viewer, slug, { q: '', show: null }),
    answers: coordinatorsAlone,
  },
  'lib/candid/engagement.ts#getEngagement': {
    call: (viewer, { slug, partner }) => getEngagement(viewer, slug, partner),
    nested: (viewer, { own, foreign }) => getEngagement(viewer, own.slug, foreign.partner),
    answers: coordinatorsAlone,
  },
  'lib/candid/engagement.ts#getGiveAndGain': {
    call: (viewer, { slug, partner }) => getGiveAndGain(viewer, slug, partner),
    nested: (viewer, { own, foreign }) => getGiveAndGain(viewer, own.slug, foreign.partner),
    answers: coordinatorsAlone,
  },
  'lib/candid/changes.ts#ratePartner': {
    writes: true,
    call: (viewer, region) => ratePartner(viewer, { ...about(region, region.partner), ...rating }),
    nested: (viewer, { own, foreign }) =>
      ratePartner(viewer, { ...about(own, foreign.partner), ...rating }),
    answers: coordinator,
  },
  'lib/candid/changes.ts#takeRatingBack': {
    writes: true,
    call: (viewer, { id: regionId, rating: id }) => takeRatingBack(viewer, { regionId, id }),
    nested: (viewer, { own, foreign }) =>
      takeRatingBack(viewer, { regionId: own.id, id: foreign.rating }),
    answers: coordinator,
  },
  'lib/candid/changes.ts#prioritise': {
    writes: true,
    call: (viewer, region) =>
      prioritise(viewer, { ...about(region, region.otherPartner), ...choice }),
    nested: (viewer, { own, foreign }) =>
      prioritise(viewer, { ...about(own, foreign.otherPartner), ...choice }),
    answers: coordinator,
  },
  'lib/candid/talks.ts#addTalk': {
    writes: true,
    call: (viewer, region) => addTalk(viewer, { ...about(region, region.partner), ...talk }),
    nested: (viewer, { own, foreign }) =>
      addTalk(viewer, { ...about(own, foreign.partner), ...talk }),
    answers: coordinator,
  },
  'lib/candid/talks.ts#removeTalk': {
    writes: true,
    call: (viewer, { id: regionId, talk: id }) => removeTalk(viewer, { regionId, id }),
    nested: (viewer, { own, foreign }) =>
      removeTalk(viewer, { regionId: own.id, id: foreign.talk }),
    answers: coordinator,
  },
  'lib/candid/talks.ts#planContact': {
    writes: true,
    call: (viewer, region) =>
      planContact(viewer, { ...about(region, region.otherPartner), ...contact }),
    nested: (viewer, { own, foreign }) =>
      planContact(viewer, { ...about(own, foreign.otherPartner), ...contact }),
    answers: coordinator,
  },
}
