import { getNetwork } from '@/lib/network/data'
import { addRelation, changeRelation, endRelation } from '@/lib/relations/changes'
import type { Region } from './cast'
import { type Answers, coordinator, members, type Row } from './matrix-answers'

const whole = { q: '', sector: null, kind: null, on: null, since: null, page: 1 }

const said = ({ id: regionId, partner: one }: Region, other: string) => ({
  ...{ regionId, one, said: 'works_with' as const, other, since: '2026-01-10' },
})
const which = ({ id: regionId, partner: one }: Region, id: string) => ({
  ...{ regionId, one, id, version: 1, said: 'knows' as const, since: '2026-01-10' },
  endedOn: null,
})

/** The own organisation's relations are a partner's to keep. */
const withOwn: Answers = { ...coordinator, partner: 'ok' }

/** Who sees and keeps who knows, works with or funds whom. */
export const NETWORK_MATRIX: Record<string, Row> = {
  'lib/network/data.ts#getNetwork': {
    call: (viewer, { slug }) => getNetwork(viewer, slug, whole),
    answers: members,
  },
  'lib/relations/changes.ts#addRelation': {
    writes: true,
    call: (viewer, region) => addRelation(viewer, said(region, region.otherPartner)),
    nested: (viewer, { own, foreign }) => addRelation(viewer, said(own, foreign.partner)),
    answers: withOwn,
  },
  'lib/relations/changes.ts#changeRelation': {
    writes: true,
    call: (viewer, region) => changeRelation(viewer, which(region, region.relation)),
    nested: (viewer, { own, foreign }) => changeRelation(viewer, which(own, foreign.relation)),
    answers: withOwn,
  },
  'lib/relations/changes.ts#endRelation': {
    writes: true,
    call: (viewer, { id: regionId, relation: id }) =>
      endRelation(viewer, { regionId, id, version: 1, how: 'over' }),
    nested: (viewer, { own, foreign }) =>
      endRelation(viewer, { regionId: own.id, id: foreign.relation, version: 1, how: 'over' }),
    answers: withOwn,
  },
}
