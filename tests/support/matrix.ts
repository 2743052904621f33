import type { Region } from './cast'
import { compareRegions } from '@/lib/compare/data'
import { getFeed } from '@/lib/activity/data'
import { feedSchema } from '@/lib/activity/schema'
import { getLive } from '@/lib/live/data'
import { listMyWork } from '@/lib/my/data'
import {
  addPartner,
  archivePartner,
  changePartner,
  changeProfile,
  confirmPartner,
  restorePartner,
} from '@/lib/partners/changes'
import { filterOf, registerFilterSchema } from '@/lib/partners/listing/schema'
import { getPartner, getPartnersRegion, listPartners } from '@/lib/partners/data'
import { listPeople } from '@/lib/people/data'
import { peopleFilterOf, peopleFilterSchema } from '@/lib/people/listing/schema'
import { invite } from '@/lib/people/invitations'
import { leaveRegion, removeMember } from '@/lib/people/members'
import { collectOwnData } from '@/lib/people/own-data'
import { changeOwnProfile, endOtherSessions, getProfile, nameOneself } from '@/lib/people/profile'
import {
  inviteToProgramme,
  resendProgrammeInvitation,
  revokeProgrammeInvitation,
} from '@/lib/people/programme/invitations'
import { listProgrammeActivity } from '@/lib/people/programme/log'
import { disableUser, enableUser, listUsers, withdrawRole } from '@/lib/people/programme/users'
import { createRegion } from '@/lib/regions/create'
import { getProgramme, listMyRegions } from '@/lib/regions/data'
import { v7 as uuid } from 'uuid'
import { CANDID_MATRIX } from './matrix-candid'
import { NETWORK_MATRIX } from './matrix-network'
import { METRIC_MATRIX, METRIC_PROGRAMME } from './matrix-metrics'
import { REPORT_MATRIX } from './matrix-report'
import { ROUND_MATRIX } from './matrix-rounds'
import { SESSION_MATRIX } from './matrix-session'
import { EVIDENCE_MATRIX } from './matrix-evidence'
import { EDITION_MATRIX, EDITION_PROGRAMME_MATRIX } from './matrix-editions'
import { ACCOUNT_MATRIX } from './matrix-account'
import { TIME_ROWS } from './matrix-time'
import { JOURNEY_MATRIX } from './matrix-journey'
import { REGISTER_MATRIX } from './matrix-register'
import { SHEET_MATRIX } from './matrix-sheet'
import { LETTER_PROGRAMME } from './matrix-letters'
import { TALK_MATRIX, TALK_PROGRAMME } from './matrix-talk'
import { PEOPLE_INNER, PEOPLE_MATRIX } from './matrix-people'
import { TASK_MATRIX } from './matrix-tasks'
import {
  adminOnly,
  coordinator,
  coordinatorOrAdmin,
  everybody,
  members,
  programme,
  type ProgrammeRow,
  type Row,
} from './matrix-answers'
import { insert } from './owner'

const profile = {
  ...{ name: 'A new name', city: 'Brno', website: '', microPlayer: false },
  ...{ kind: 'cluster', size: 'micro' as const, gainNote: '', brings: 'a room', expects: '' },
  ...{ gainVisibility: true, gainFunding: false, gainNetworking: false, gainLearning: true },
}
const standing = {
  ...{ sector: 'public' as const, subtype: '' as const, status: 'engaged' as const },
  intermediary: false,
  ...{ alsoPublic: false, alsoEducation: true, alsoBusiness: false, alsoCreative: false },
}
const version = 1

const which = ({ id: regionId }: Region, id: string) => ({ regionId, id, version })
const address = () => `new.${uuid().slice(-12)}@example.org`

/** Who may do what, for each function that takes a viewer and answers about a region. */
export const MATRIX: Record<string, Row> = {
  ...JOURNEY_MATRIX,
  ...REGISTER_MATRIX,
  ...EVIDENCE_MATRIX,
  'lib/activity/data.ts#getFeed': {
    call: (viewer, { slug }) => getFeed(viewer, slug, 'en', feedSchema.parse({})),
    answers: members,
  },
  'lib/partners/data.ts#listPartners': {
    call: (viewer, { slug }) =>
      listPartners(viewer, slug, filterOf(registerFilterSchema.parse({}))),
    answers: members,
  },
  'lib/partners/data.ts#getPartner': {
    call: (viewer, { slug, partner }) => getPartner(viewer, slug, partner),
    nested: (viewer, { own, foreign }) => getPartner(viewer, own.slug, foreign.partner),
    answers: members,
  },
  'lib/partners/data.ts#getPartnersRegion': {
    call: (viewer, { slug }) => getPartnersRegion(viewer, slug),
    answers: {
      ...{ admin: 'not-found', staff: 'not-found', coordinator: 'ok' },
      ...{ partner: 'not-found', observer: 'not-found' },
    },
  },
  'lib/partners/changes.ts#addPartner': {
    writes: true,
    call: (viewer, { id: regionId }) => addPartner(viewer, { regionId, ...profile, ...standing }),
    answers: coordinator,
  },
  'lib/partners/changes.ts#changePartner': {
    writes: true,
    call: (viewer, region) =>
      changePartner(viewer, { ...which(region, region.partner), ...profile, ...standing }),
    nested: (viewer, { own, foreign }) =>
      changePartner(viewer, { ...which(own, foreign.partner), ...profile, ...standing }),
    answers: coordinator,
  },
  'lib/partners/changes.ts#changeProfile': {
    writes: true,
    call: (viewer, region) =>
      changeProfile(viewer, { ...which(region, region.partner), ...profile }),
    nested: (viewer, { own, foreign }) =>
      changeProfile(viewer, { ...which(own, foreign.partner), ...profile }),
    answers: { ...coordinator, partner: 'ok' },
  },
  'lib/partners/changes.ts#archivePartner': {
    writes: true,
    call: (viewer, region) => archivePartner(viewer, which(region, region.partner)),
    nested: (viewer, { own, foreign }) => archivePartner(viewer, which(own, foreign.partner)),
    answers: coordinator,
  },
  'lib/partners/changes.ts#restorePartner': {
    writes: true,
    call: (viewer, region) => restorePartner(viewer, which(region, region.partner)),
    nested: (viewer, { own, foreign }) => restorePartner(viewer, which(own, foreign.partner)),
    answers: coordinator,
  },
  'lib/partners/changes.ts#confirmPartner': {
    writes: true,
    call: (viewer, region) => confirmPartner(viewer, which(region, region.partner)),
    nested: (viewer, { own, foreign }) => confirmPartner(viewer, which(own, foreign.partner)),
    answers: { ...coordinator, partner: 'ok' },
  },
  'lib/people/data.ts#listPeople': {
    call: (viewer, { slug }) =>
      listPeople(viewer, slug, peopleFilterOf(peopleFilterSchema.parse({}))),
    answers: members,
  },
  'lib/people/invitations.ts#invite': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      invite(viewer, {
        ...{
          regionId,
          email: address(),
          locale: 'en',
          seat: { role: 'observer', partnerId: null },
        },
      }),
    nested: (viewer, { own, foreign }) =>
      invite(viewer, {
        ...{ regionId: own.id, email: address(), locale: 'en' },
        seat: { role: 'partner', partnerId: foreign.partner },
      }),
    nestedAnswer: 'invalid: seat:invalid',
    answers: coordinatorOrAdmin,
  },
  'lib/people/members.ts#removeMember': {
    writes: true,
    call: (viewer, { id: regionId, member }) => removeMember(viewer, { regionId, id: member }),
    nested: (viewer, { own, foreign }) =>
      removeMember(viewer, { regionId: own.id, id: foreign.member }),
    answers: coordinatorOrAdmin,
  },
  'lib/people/members.ts#leaveRegion': {
    writes: true,
    call: (viewer, { id: regionId, member: successor }) =>
      leaveRegion(viewer, { regionId, successor }),
    answers: { ...members, admin: 'not-found', staff: 'not-found' },
  },
  ...TIME_ROWS,
  ...SHEET_MATRIX,
  'lib/live/data.ts#getLive': {
    call: (viewer, { slug }) => getLive(viewer, slug, new Date(0)),
    answers: members,
  },
  ...TALK_MATRIX,
  ...TASK_MATRIX,
  ...EDITION_MATRIX,
  ...CANDID_MATRIX,
  ...PEOPLE_MATRIX,
  ...NETWORK_MATRIX,
  ...ROUND_MATRIX,
  ...METRIC_MATRIX,
  ...REPORT_MATRIX,
  ...SESSION_MATRIX,
}

const newRegion = (email: string) => ({
  ...{ name: `Region ${uuid()}`, slug: '', country: 'CZ' as const, territoryType: 'city' as const },
  ...{ timeZone: '', firstLanguage: 'cs' as const, secondLanguage: '' as const },
  ...{ thirdLanguage: '' as const, startedOn: null, coordinator: email, locale: 'en' as const },
})

/** The same for what is about no region. */
export const PROGRAMME_MATRIX: Record<string, ProgrammeRow> = {
  'lib/my/data.ts#listMyWork': { call: (viewer) => listMyWork(viewer, 'en'), everybody },
  ...ACCOUNT_MATRIX,
  'lib/regions/data.ts#listMyRegions': { call: listMyRegions, everybody },
  'lib/regions/data.ts#getProgramme': { call: getProgramme, everybody: programme },
  'lib/regions/create.ts#createRegion': {
    writes: true,
    call: (viewer) => createRegion(viewer, newRegion(address())),
    everybody: programme,
  },
  'lib/compare/data.ts#compareRegions': {
    call: (viewer) =>
      compareRegions(viewer, {
        ...{ q: '', country: null, territory: null, step: null, state: null, at: null },
        order: 'name',
      }),
    everybody: programme,
  },
  'lib/people/profile.ts#getProfile': { call: getProfile, everybody },
  'lib/people/profile.ts#changeOwnProfile': {
    writes: true,
    call: (viewer) =>
      changeOwnProfile(viewer, { name: 'Another name', locale: 'de', theme: 'dark', version }),
    everybody,
  },
  // Everybody has a name already.
  'lib/people/profile.ts#nameOneself': {
    writes: true,
    call: (viewer) => nameOneself(viewer, { name: 'Another name' }),
    everybody: Object.fromEntries(
      Object.keys(everybody).map((role) => [role, 'conflict']),
    ) as typeof everybody,
  },
  'lib/people/own-data.ts#collectOwnData': { call: collectOwnData, everybody },
  'lib/people/profile.ts#endOtherSessions': {
    writes: true,
    call: async (viewer) => {
      await insert('sessions', {
        ...{ token_hash: uuid(), user_id: viewer.userId },
        expires: new Date(Date.now() + 86_400_000),
      })
      return { ended: await endOtherSessions(viewer, 'none'), changes: 'nothing in the end' }
    },
    everybody,
  },
  'lib/people/programme/users.ts#listUsers': {
    call: (viewer) => listUsers(viewer, { search: '', after: null }),
    everybody: adminOnly,
  },
  'lib/people/programme/users.ts#disableUser': {
    writes: true,
    call: (viewer, { viewers }) => disableUser(viewer, { id: viewers.former.userId, version }),
    everybody: { ...adminOnly },
  },
  'lib/people/programme/users.ts#enableUser': {
    writes: true,
    call: (viewer, { viewers }) => enableUser(viewer, { id: viewers.former.userId, version }),
    everybody: adminOnly,
  },
  'lib/people/programme/users.ts#withdrawRole': {
    writes: true,
    call: (viewer, { viewers }) => withdrawRole(viewer, { id: viewers.staff.userId, version }),
    everybody: adminOnly,
  },
  'lib/people/programme/log.ts#listProgrammeActivity': {
    call: (viewer) => listProgrammeActivity(viewer, { before: null }),
    everybody: adminOnly,
  },
  'lib/people/programme/invitations.ts#inviteToProgramme': {
    writes: true,
    call: (viewer) => inviteToProgramme(viewer, { email: address(), role: 'admin', locale: 'en' }),
    everybody: adminOnly,
  },
  'lib/people/programme/invitations.ts#resendProgrammeInvitation': {
    writes: true,
    call: (viewer, { programmeInvitation: id }) =>
      resendProgrammeInvitation(viewer, { id, locale: 'en' }),
    everybody: adminOnly,
  },
  'lib/people/programme/invitations.ts#revokeProgrammeInvitation': {
    writes: true,
    call: (viewer, { programmeInvitation: id }) => revokeProgrammeInvitation(viewer, { id }),
    everybody: adminOnly,
  },
  ...TALK_PROGRAMME,
  ...LETTER_PROGRAMME,
  ...EDITION_PROGRAMME_MATRIX,
  ...METRIC_PROGRAMME,
}

/** Parts of other functions, which ask whether the viewer may before they come here. */
export const INNER: Record<string, string> = {
  'lib/people/invitations.ts#refuseFlood': 'counts, and touches nothing else',
  'lib/people/invitations.ts#send': 'mails what invite and createRegion have kept',
  'lib/people/programme/invitations.ts#requireAdmin': 'is the question itself',
  'lib/guidebook/edition/data.ts#requireAdmin': 'is the question itself',
  'lib/journey/ticks.ts#changeState': 'decides, and touches nothing',
  'lib/regions/create.ts#requireProgramme': 'is the question itself',
  ...PEOPLE_INNER,
}
