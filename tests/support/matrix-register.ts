import { addContact, changeContact, removeContact } from '@/lib/partners/contacts'
import { getCoverage } from '@/lib/partners/coverage'
import { getMerge, mergePartners } from '@/lib/partners/merge'
import { changeSeveralPartners } from '@/lib/partners/several'
import { exportPartners } from '@/lib/partners/sheet/export'
import { keepPartners } from '@/lib/partners/sheet/keep'
import { lookAtPartners } from '@/lib/partners/sheet/preview'
import { changeDays } from '@/lib/partners/standings'
import {
  addVoice,
  changeVoice,
  closeVoice,
  findVoice,
  sayNobody,
} from '@/lib/partners/voices/changes'
import type { Region } from './cast'
import { type Answers, coordinator, members, type Row } from './matrix-answers'

const contact = { name: 'A contact', role: '', email: '', phone: '' }
const voice = { who: 'The crafts chamber', why: '', seeker: 'coordinator' }
const days = { identified: '2025-02-03', contacted: null, engaged: null, committed: null }

const ofPartner = ({ id: regionId, partner: partnerId }: Region) => ({ regionId, partnerId })
const ofVoice = ({ id: regionId, voice: id }: Region) => ({ regionId, id, version: 1 })
const withOwn: Answers = { ...coordinator, partner: 'ok' }

const several = (region: Region, id: string) => ({
  ...{ regionId: region.id, entries: [{ id, version: 1 }], what: 'status' as const },
  status: 'committed' as const,
})

const sheet = (partner: string) => [
  { row: 2, id: partner, version: 1, set: { city: 'Brno' } },
  { row: 3, id: null, version: null, set: { name: 'A new one', sector: 'public' as const } },
]
const merge = (region: Region, gone: string) => ({
  ...{ regionId: region.id, keep: region.partner, keepVersion: 1, gone, goneVersion: 1 },
})

/** Who may do what in the register of partners. */
export const REGISTER_MATRIX: Record<string, Row> = {
  'lib/partners/coverage.ts#getCoverage': {
    call: (viewer, { slug }) => getCoverage(viewer, slug, 'en'),
    answers: members,
  },
  'lib/partners/standings.ts#changeDays': {
    writes: true,
    call: (viewer, { id: regionId, partner: id }) =>
      changeDays(viewer, { regionId, id, version: 1, ...days, left: null }),
    nested: (viewer, { own, foreign }) =>
      changeDays(viewer, {
        ...{ regionId: own.id, id: foreign.partner, version: 1, ...days, left: null },
      }),
    answers: coordinator,
  },
  'lib/partners/several.ts#changeSeveralPartners': {
    writes: true,
    call: (viewer, region) => changeSeveralPartners(viewer, several(region, region.partner)),
    nested: (viewer, { own, foreign }) =>
      changeSeveralPartners(viewer, several(own, foreign.partner)),
    answers: coordinator,
  },
  'lib/partners/contacts.ts#addContact': {
    writes: true,
    call: (viewer, region) => addContact(viewer, { ...ofPartner(region), ...contact }),
    nested: (viewer, { own, foreign }) =>
      addContact(viewer, { regionId: own.id, partnerId: foreign.partner, ...contact }),
    answers: withOwn,
  },
  'lib/partners/contacts.ts#changeContact': {
    writes: true,
    call: (viewer, region) =>
      changeContact(viewer, { ...ofPartner(region), id: region.contact, version: 1, ...contact }),
    nested: (viewer, { own, foreign }) =>
      changeContact(viewer, { ...ofPartner(own), id: foreign.contact, version: 1, ...contact }),
    answers: withOwn,
  },
  'lib/partners/contacts.ts#removeContact': {
    writes: true,
    call: (viewer, region) => removeContact(viewer, { ...ofPartner(region), id: region.contact }),
    nested: (viewer, { own, foreign }) =>
      removeContact(viewer, { ...ofPartner(own), id: foreign.contact }),
    answers: withOwn,
  },
  'lib/partners/voices/changes.ts#addVoice': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      addVoice(viewer, { regionId, sector: 'business', ...voice }),
    nested: (viewer, { own, foreign }) =>
      addVoice(viewer, {
        ...{ regionId: own.id, sector: 'business', ...voice },
        seeker: `partner:${foreign.partner}`,
      }),
    answers: withOwn,
  },
  'lib/partners/voices/changes.ts#sayNobody': {
    writes: true,
    call: (viewer, { id: regionId }) => sayNobody(viewer, { regionId, sector: 'public' }),
    answers: coordinator,
  },
  'lib/partners/voices/changes.ts#changeVoice': {
    writes: true,
    call: (viewer, region) => changeVoice(viewer, { ...ofVoice(region), ...voice }),
    nested: (viewer, { own, foreign }) =>
      changeVoice(viewer, { ...ofVoice(foreign), regionId: own.id, ...voice }),
    answers: coordinator,
  },
  'lib/partners/voices/changes.ts#findVoice': {
    writes: true,
    call: (viewer, region) => findVoice(viewer, { ...ofVoice(region), partner: region.partner }),
    nested: (viewer, { own, foreign }) =>
      findVoice(viewer, { ...ofVoice(own), partner: foreign.partner }),
    answers: coordinator,
  },
  'lib/partners/voices/changes.ts#closeVoice': {
    writes: true,
    call: (viewer, region) => closeVoice(viewer, ofVoice(region)),
    nested: (viewer, { own, foreign }) =>
      closeVoice(viewer, { ...ofVoice(foreign), regionId: own.id }),
    answers: coordinator,
  },
  'lib/partners/sheet/export.ts#exportPartners': {
    call: async (viewer, { slug }) => {
      const { body } = await exportPartners(viewer, slug, 'en', 'csv')
      return body.toString()
    },
    answers: members,
  },
  'lib/partners/sheet/preview.ts#lookAtPartners': {
    call: (viewer, { id: regionId }) => {
      const file = new File(['name,sector\nA new one,public'], 'partners.csv')
      return lookAtPartners(viewer, { regionId, file }, 'en')
    },
    answers: coordinator,
  },
  'lib/partners/sheet/keep.ts#keepPartners': {
    writes: true,
    call: (viewer, { id: regionId, partner }) =>
      keepPartners(viewer, { regionId, changes: sheet(partner), choices: new Map() }),
    nested: (viewer, { own, foreign }) =>
      keepPartners(viewer, {
        ...{ regionId: own.id, changes: sheet(foreign.partner), choices: new Map() },
      }),
    nestedAnswer: 'conflict: sheetChanged',
    answers: coordinator,
  },
  'lib/partners/merge.ts#getMerge': {
    call: (viewer, { slug }) => getMerge(viewer, slug),
    answers: {
      ...{ admin: 'not-found', staff: 'not-found', coordinator: 'ok' },
      ...{ partner: 'not-found', observer: 'not-found' },
    },
  },
  'lib/partners/merge.ts#mergePartners': {
    writes: true,
    call: (viewer, region) => mergePartners(viewer, merge(region, region.otherPartner)),
    nested: (viewer, { own, foreign }) => mergePartners(viewer, merge(own, foreign.partner)),
    answers: coordinator,
  },
}
