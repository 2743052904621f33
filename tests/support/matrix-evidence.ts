import { v7 as uuid } from 'uuid'
import {
  addLink,
  addNote,
  checkPlace,
  keep,
  removeEvidence,
  restoreEvidence,
} from '@/lib/evidence/changes'
import { getFile, listEvidence } from '@/lib/evidence/data'
import { openFile } from '@/lib/evidence/download'
import { evidenceQuerySchema } from '@/lib/evidence/schema'
import { evidenceStore } from '@/lib/evidence/store/chosen'
import { keyOf } from '@/lib/evidence/store/store'
import { addFile } from '@/lib/evidence/upload'
import type { Region } from './cast'
import { type Answers, coordinator, members, type Row } from './matrix-answers'

// What is set aside does not exist for those who cannot bring it back.
const coordinatorAlone: Answers = {
  ...{ admin: 'not-found', staff: 'not-found', coordinator: 'ok' },
  ...{ partner: 'not-found', observer: 'not-found' },
}

const query = evidenceQuerySchema.parse({ q: '', step: null, kind: null, before: null })
const place = ({ id: regionId }: Region) => ({
  ...{ regionId, entry: 'purpose.checklist.gap-question-written', datedOn: null },
})
const instead = (own: Region, { evidence: replaces }: Region) => ({
  ...{ ...place(own), replaces, version: 1 },
})
const which = ({ id: regionId }: Region, id: string) => ({ regionId, id, version: 1 })
const note = { kind: 'note' as const, words: 'Seen' }

const text = new File(['We met.'], 'minutes.txt')

async function open(...[viewer, slug, id]: Parameters<typeof openFile>) {
  const { body, headers } = await openFile(viewer, slug, id)
  await body.cancel()
  return headers
}

/** Who may do what with evidence. */
export const EVIDENCE_MATRIX: Record<string, Row> = {
  'lib/evidence/data.ts#listEvidence': {
    call: (viewer, { slug }) => listEvidence(viewer, slug, 'en', query),
    answers: members,
  },
  'lib/evidence/data.ts#getFile': {
    call: (viewer, { slug, evidence }) => getFile(viewer, slug, evidence),
    nested: (viewer, { own, foreign }) => getFile(viewer, own.slug, foreign.evidence),
    answers: members,
  },
  'lib/evidence/changes.ts#addNote': {
    writes: true,
    call: (viewer, region) => addNote(viewer, { ...place(region), words: 'Seen' }),
    nested: (viewer, { own, foreign }) =>
      addNote(viewer, { ...instead(own, foreign), words: 'Seen' }),
    answers: coordinator,
  },
  'lib/evidence/changes.ts#addLink': {
    writes: true,
    call: (viewer, region) =>
      addLink(viewer, { ...place(region), url: 'https://example.org/', words: '' }),
    nested: (viewer, { own, foreign }) =>
      addLink(viewer, { ...instead(own, foreign), url: 'https://example.org/', words: '' }),
    answers: coordinator,
  },
  'lib/evidence/upload.ts#addFile': {
    writes: true,
    call: (viewer, region) => addFile(viewer, { ...place(region), words: '', file: text }),
    nested: (viewer, { own, foreign }) =>
      addFile(viewer, { ...instead(own, foreign), words: '', file: text }),
    answers: coordinator,
  },
  'lib/evidence/download.ts#openFile': {
    call: async (viewer, { id: regionId, slug, evidence: id }) => {
      await (await evidenceStore()).put(keyOf({ regionId, id }), Buffer.from('%PDF'))
      return open(viewer, slug, id)
    },
    nested: (viewer, { own, foreign }) => open(viewer, own.slug, foreign.evidence),
    answers: members,
  },
  'lib/evidence/changes.ts#checkPlace': {
    call: (viewer, region) => checkPlace(viewer, place(region)),
    nested: (viewer, { own, foreign }) => checkPlace(viewer, instead(own, foreign)),
    answers: coordinator,
  },
  'lib/evidence/changes.ts#keep': {
    writes: true,
    call: (viewer, region) => keep(viewer, place(region), uuid(), note),
    nested: (viewer, { own, foreign }) => keep(viewer, instead(own, foreign), uuid(), note),
    answers: coordinator,
  },
  'lib/evidence/changes.ts#removeEvidence': {
    writes: true,
    call: (viewer, region) => removeEvidence(viewer, which(region, region.evidence)),
    nested: (viewer, { own, foreign }) => removeEvidence(viewer, which(own, foreign.evidence)),
    answers: coordinator,
  },
  'lib/evidence/changes.ts#restoreEvidence': {
    writes: true,
    call: (viewer, region) => restoreEvidence(viewer, which(region, region.evidenceAside)),
    nested: (viewer, { own, foreign }) =>
      restoreEvidence(viewer, which(own, foreign.evidenceAside)),
    answers: coordinatorAlone,
  },
}
