import type { Viewer } from '@/lib/auth/rules'
import { getCalendar } from '@/lib/calendar/data'
import { createFeed, revokeFeed } from '@/lib/calendar/feeds'
import { getTimeline } from '@/lib/journey/timeline/data'
import { planStep, takeSuggestions } from '@/lib/journey/timeline/plans'
import type { Region } from './cast'

const members = { admin: 'ok', staff: 'ok', coordinator: 'ok', partner: 'ok', observer: 'ok' }
const coordinator = {
  ...{ admin: 'forbidden', staff: 'forbidden', coordinator: 'ok' },
  ...{ partner: 'forbidden', observer: 'forbidden' },
}
const nobody = {
  ...{ admin: 'not-found', staff: 'not-found', coordinator: 'not-found' },
  ...{ partner: 'not-found', observer: 'not-found' },
}
const step = 'purpose'

/** Rows of the permission matrix about planning and time. */
export const TIME_ROWS = {
  'lib/journey/timeline/data.ts#getTimeline': {
    call: (viewer: Viewer, { slug }: Region) => getTimeline(viewer, slug, 'en'),
    answers: members,
  },
  'lib/journey/timeline/plans.ts#planStep': {
    writes: true,
    call: (viewer: Viewer, { id: regionId }: Region) =>
      planStep(viewer, { regionId, step, startsOn: '2031-01-01', targetOn: null, version: 1 }),
    answers: coordinator,
  },
  'lib/journey/timeline/plans.ts#takeSuggestions': {
    writes: true,
    call: (viewer: Viewer, { id: regionId }: Region) =>
      takeSuggestions(viewer, { regionId, step, startsOn: '2031-02-03' }),
    answers: coordinator,
  },
  'lib/calendar/data.ts#getCalendar': {
    call: (viewer: Viewer, { slug }: Region) => getCalendar(viewer, slug),
    answers: members,
  },
  'lib/calendar/feeds.ts#createFeed': {
    writes: true,
    call: (viewer: Viewer, { id: regionId }: Region) => createFeed(viewer, { regionId }),
    answers: { ...members, admin: 'forbidden', staff: 'forbidden' },
  },
  // The one asked for is somebody else's, and nobody ends that.
  'lib/calendar/feeds.ts#revokeFeed': {
    writes: true,
    call: (viewer: Viewer, { id: regionId, calendar: id }: Region) =>
      revokeFeed(viewer, { regionId, id }),
    answers: nobody,
  },
}
