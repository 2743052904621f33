import { v7 as uuid } from 'uuid'
import { getEnding } from '@/lib/people/ending'
import { keepPasted } from '@/lib/people/pasted/keep'
import { lookAtPasted } from '@/lib/people/pasted/preview'
import { listSeats } from '@/lib/people/seats'
import { changeInvitations } from '@/lib/people/several'
import type { Region } from './cast'
import { coordinatorOrAdmin, members, type Row } from './matrix-answers'

const observer = { role: 'observer' as const, partnerId: null }
const address = () => `new.${uuid().slice(-12)}@example.org`
const list = ({ id: regionId }: Region, seat: { role: 'partner'; partnerId: string } | null) => ({
  ...{ regionId, seat: seat ?? observer, locale: 'en' as const },
  list: `Nina Nová <${address()}>`,
})
const pasted = () => [{ row: 1, email: address(), name: 'Nina Nová', organisation: '', role: null }]
const kept = ({ id: regionId }: Region, seat: { role: 'partner'; partnerId: string } | null) => ({
  ...{ regionId, seat: seat ?? observer, locale: 'en' as const, choices: new Map() },
  changes: pasted(),
})
const speaksFor = ({ partner: partnerId }: Region) => ({ role: 'partner' as const, partnerId })
const chosen = ({ id: regionId }: Region, owner: Region, what: 'resend' | 'revoke') => ({
  ...{ regionId, entries: [owner.invitation], what, locale: 'en' as const },
})

/** People: who invites by a list, and who looks after invitations. */
export const PEOPLE_MATRIX: Record<string, Row> = {
  'lib/people/seats.ts#listSeats': {
    call: (viewer, { slug }) => listSeats(viewer, slug),
    answers: members,
  },
  'lib/people/pasted/preview.ts#lookAtPasted': {
    call: (viewer, region) => lookAtPasted(viewer, list(region, null), 'en'),
    nested: (viewer, { own, foreign }) => lookAtPasted(viewer, list(own, speaksFor(foreign)), 'en'),
    nestedAnswer: 'invalid: seat:invalid',
    answers: coordinatorOrAdmin,
  },
  'lib/people/pasted/keep.ts#keepPasted': {
    writes: true,
    call: (viewer, region) => keepPasted(viewer, kept(region, null)),
    nested: (viewer, { own, foreign }) => keepPasted(viewer, kept(own, speaksFor(foreign))),
    nestedAnswer: 'invalid: seat:invalid',
    answers: coordinatorOrAdmin,
  },
  'lib/people/ending.ts#getEnding': {
    call: (viewer, { slug, member }) => getEnding(viewer, slug, member),
    nested: (viewer, { own, foreign }) => getEnding(viewer, own.slug, foreign.member),
    answers: coordinatorOrAdmin,
  },
  'lib/people/several.ts#changeInvitations': {
    writes: true,
    call: (viewer, region) => changeInvitations(viewer, chosen(region, region, 'resend')),
    nested: (viewer, { own, foreign }) => changeInvitations(viewer, chosen(own, foreign, 'revoke')),
    // To a partner, invitations of others do not exist.
    answers: { ...coordinatorOrAdmin, partner: 'not-found', observer: 'not-found' },
  },
}

/** Parts of the above. */
export const PEOPLE_INNER: Record<string, string> = {
  'lib/people/seats.ts#seatsOf': 'is the question itself',
}
