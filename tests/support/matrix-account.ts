import { getOwnCalendar } from '@/lib/calendar/own/data'
import { createOwnFeed, listOwnFeeds, revokeOwnFeed } from '@/lib/calendar/own/feeds'
import { eraseOneself } from '@/lib/people/erasure'
import { eraseUser, getErasable } from '@/lib/people/programme/erasure'
import type { Role } from './cast'
import { adminOnly, all, everybody, type ProgrammeRow } from './matrix-answers'

const everyone = (answer: string) => all(answer) as Record<Role, string>

/** One's own account and days are everybody's own business, and nobody else's. */
export const ACCOUNT_MATRIX: Record<string, ProgrammeRow> = {
  'lib/calendar/own/data.ts#getOwnCalendar': { call: getOwnCalendar, everybody },
  'lib/calendar/own/feeds.ts#listOwnFeeds': { call: listOwnFeeds, everybody },
  'lib/calendar/own/feeds.ts#createOwnFeed': { writes: true, call: createOwnFeed, everybody },
  'lib/calendar/own/feeds.ts#revokeOwnFeed': {
    writes: true,
    call: (viewer, { observerFeed: id }) => revokeOwnFeed(viewer, { id }),
    everybody: { ...everyone('not-found'), observer: 'ok' },
  },
  'lib/people/erasure.ts#eraseOneself': {
    writes: true,
    call: (viewer) => eraseOneself(viewer, { email: viewer.email }),
    everybody: {
      ...everyone('forbidden: leaveFirst'),
      ...{ admin: 'forbidden: handOverFirst', staff: 'ok', former: 'ok' },
    },
  },
  'lib/people/programme/erasure.ts#getErasable': {
    call: (viewer, { viewers }) => getErasable(viewer, viewers.former.userId),
    everybody: adminOnly,
  },
  'lib/people/programme/erasure.ts#eraseUser': {
    writes: true,
    call: (viewer, { viewers: { former } }) =>
      eraseUser(viewer, { id: former.userId, email: former.email }),
    everybody: adminOnly,
  },
}
