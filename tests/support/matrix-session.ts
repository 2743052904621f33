import { getSession, getSessionDesk, getSessionLive } from '@/lib/consensus/data'
import {
  agreeLevel,
  closeSession,
  noteTask,
  openSession,
  paceSession,
  showOut,
} from '@/lib/consensus/sessions'
import type { Region } from './cast'
import { coordinator, type Row } from './matrix-answers'

const of = ({ id: regionId }: Region, { session: id }: Region) => ({ regionId, id, version: 1 })
const agreed = { level: 4, reason: 'We all see it', evidence: 'On the website' }

/** Sessions are the coordinators' alone; those in the room have no account. */
export const SESSION_MATRIX: Record<string, Row> = {
  'lib/consensus/data.ts#getSessionDesk': {
    call: (viewer, { slug }) => getSessionDesk(viewer, slug, 'en'),
    answers: coordinator,
  },
  'lib/consensus/data.ts#getSession': {
    call: (viewer, { slug, session }) => getSession(viewer, slug, session, 'en'),
    nested: (viewer, { own, foreign }) => getSession(viewer, own.slug, foreign.session, 'en'),
    answers: coordinator,
  },
  'lib/consensus/data.ts#getSessionLive': {
    call: (viewer, { slug, session }) => getSessionLive(viewer, slug, session),
    nested: (viewer, { own, foreign }) => getSessionLive(viewer, own.slug, foreign.session),
    answers: coordinator,
  },
  'lib/consensus/sessions.ts#openSession': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      openSession(viewer, { regionId, steps: ['purpose'], language: 'en' }),
    answers: coordinator,
  },
  'lib/consensus/sessions.ts#paceSession': {
    writes: true,
    call: (viewer, region) => paceSession(viewer, { ...of(region, region), move: 'show' }),
    nested: (viewer, { own, foreign }) =>
      paceSession(viewer, { ...of(own, foreign), move: 'show' }),
    answers: coordinator,
  },
  'lib/consensus/sessions.ts#agreeLevel': {
    writes: true,
    call: (viewer, region) => agreeLevel(viewer, { ...of(region, region), ...agreed }),
    nested: (viewer, { own, foreign }) => agreeLevel(viewer, { ...of(own, foreign), ...agreed }),
    answers: coordinator,
  },
  'lib/consensus/sessions.ts#showOut': {
    writes: true,
    call: (viewer, { id: regionId, session: id, guest: person }) =>
      showOut(viewer, { regionId, id, person }),
    nested: (viewer, { own, foreign }) =>
      showOut(viewer, { regionId: own.id, id: own.session, person: foreign.guest }),
    answers: coordinator,
  },
  'lib/consensus/sessions.ts#noteTask': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      noteTask(viewer, { regionId, serves: 'purpose', title: 'What comes of it' }),
    answers: coordinator,
  },
  'lib/consensus/sessions.ts#closeSession': {
    writes: true,
    call: (viewer, region) => closeSession(viewer, of(region, region)),
    nested: (viewer, { own, foreign }) => closeSession(viewer, of(own, foreign)),
    answers: coordinator,
  },
}
