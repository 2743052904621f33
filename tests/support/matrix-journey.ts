import { getGuide } from '@/lib/guidebook/data'
import { getJourney } from '@/lib/journey/data'
import { getEntry } from '@/lib/journey/entry'
import { markMilestone } from '@/lib/journey/milestones'
import { addOwn, archiveOwn, changeOwn, moveOwn, restoreOwn } from '@/lib/journey/own/data'
import { reopenStep } from '@/lib/journey/reopen'
import { changeSeveral } from '@/lib/journey/several'
import { planItem, tickItem, waiveItem } from '@/lib/journey/ticks'
import { undoEntry } from '@/lib/journey/undo/data'
import type { Region } from './cast'
import { type Answers, coordinator, members, type Row } from './matrix-answers'
import { sql } from './owner'

const guide = await getGuide(1, 'en')
const item = guide.steps[0]?.items[0]?.id ?? ''
const milestone = guide.steps[0]?.milestones[0]?.id ?? ''

const nobody: Answers = { ...coordinator, coordinator: 'forbidden' }

const ownOf = async ({ id: regionId }: Region) => {
  const [own] = await sql<{ id: string }>('select id from own_entries where region_id = $1', [
    regionId,
  ])
  return { regionId, id: own?.id ?? '', version: 1 }
}

/** Who may do what with a region's journey. */
export const JOURNEY_MATRIX: Record<string, Row> = {
  'lib/journey/data.ts#getJourney': {
    call: (viewer, { slug }) => getJourney(viewer, slug, 'en', { profile: true }),
    answers: members,
  },
  'lib/journey/entry.ts#getEntry': {
    call: (viewer, { slug }) =>
      getEntry(viewer, slug, 'purpose', 'checklist.gap-question-written', 'en'),
    answers: members,
  },
  'lib/journey/ticks.ts#tickItem': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      tickItem(viewer, { regionId, item, state: 'done', reason: '', version: 0 }),
    answers: coordinator,
  },
  'lib/journey/ticks.ts#planItem': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      planItem(viewer, {
        ...{ regionId, item, owner: { kind: 'any-partner' }, dueOn: null, note: '', version: 0 },
      }),
    nested: (viewer, { own, foreign }) =>
      planItem(viewer, {
        ...{ regionId: own.id, item, owner: { kind: 'partner', partnerId: foreign.partner } },
        ...{ dueOn: null, note: '', version: 0 },
      }),
    nestedAnswer: 'invalid: owner:invalid',
    answers: coordinator,
  },
  'lib/journey/milestones.ts#markMilestone': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      markMilestone(viewer, { regionId, milestone, state: 'reached', version: 0 }),
    answers: coordinator,
  },
  'lib/journey/ticks.ts#waiveItem': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      waiveItem(viewer, { regionId, item, waived: true, reason: 'a law', version: 0 }),
    answers: { ...nobody, staff: 'ok' },
  },
  'lib/journey/several.ts#changeSeveral': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      changeSeveral(viewer, {
        ...{ regionId, entries: [{ id: item, version: 0 }], what: 'state', state: 'done' },
      }),
    nested: (viewer, { own, foreign }) =>
      changeSeveral(viewer, {
        ...{ regionId: own.id, entries: [{ id: item, version: 0 }], what: 'owner' },
        owner: { kind: 'partner', partnerId: foreign.partner },
      }),
    nestedAnswer: 'invalid: owner:invalid',
    answers: coordinator,
  },
  'lib/journey/reopen.ts#reopenStep': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      reopenStep(viewer, {
        ...{ regionId, step: 'purpose', entries: [{ id: item, version: 1 }], reason: 'a change' },
      }),
    answers: { ...coordinator, coordinator: 'conflict: notReached' },
  },
  'lib/journey/undo/data.ts#undoEntry': {
    writes: true,
    // What somebody else did is nobody's to take back.
    call: async (viewer, { id: regionId }) => {
      const [entry] = await sql<{ id: string }>(
        `select id from activities where region_id = $1 and kind = 'tick.changed'`,
        [regionId],
      )
      return undoEntry(viewer, { regionId, entry: entry?.id ?? '' })
    },
    answers: nobody,
  },
  'lib/journey/own/data.ts#addOwn': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      addOwn(viewer, { regionId, step: 'purpose', kind: 'item', title: 'Ours', doneWhen: '' }),
    answers: coordinator,
  },
  'lib/journey/own/data.ts#changeOwn': {
    writes: true,
    call: async (viewer, region) =>
      changeOwn(viewer, { ...(await ownOf(region)), title: 'Ours', doneWhen: '' }),
    nested: async (viewer, { own, foreign }) =>
      changeOwn(viewer, {
        ...{ ...(await ownOf(foreign)), regionId: own.id, title: 'Ours', doneWhen: '' },
      }),
    answers: coordinator,
  },
  'lib/journey/own/data.ts#moveOwn': {
    writes: true,
    call: async (viewer, region) => moveOwn(viewer, { ...(await ownOf(region)), way: 'up' }),
    nested: async (viewer, { own, foreign }) =>
      moveOwn(viewer, { ...(await ownOf(foreign)), regionId: own.id, way: 'up' }),
    answers: coordinator,
  },
  'lib/journey/own/data.ts#archiveOwn': {
    writes: true,
    call: async (viewer, region) => archiveOwn(viewer, await ownOf(region)),
    nested: async (viewer, { own, foreign }) =>
      archiveOwn(viewer, { ...(await ownOf(foreign)), regionId: own.id }),
    answers: coordinator,
  },
  'lib/journey/own/data.ts#restoreOwn': {
    writes: true,
    call: async (viewer, region) => restoreOwn(viewer, await ownOf(region)),
    nested: async (viewer, { own, foreign }) =>
      restoreOwn(viewer, { ...(await ownOf(foreign)), regionId: own.id }),
    answers: coordinator,
  },
}
