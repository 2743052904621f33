import type { World } from './cast'

const timeline = ({ own }: World) => `/regions/${own.slug}/timeline`
const actions = 'app/(workspace)/regions/[region]/timeline/actions.ts'

const OWN = 'app/(workspace)/my/calendar/actions.ts'
const ownDays = () => '/my/calendar'

/** Rows of the server actions about planning and time. */
export const TIME_ACTIONS = {
  [`${actions}#plan`]: {
    path: timeline,
    fields: ({ own }: World) => ({
      ...{ regionId: own.id, step: 'purpose', startsOn: '2031-01-01', targetOn: '' },
      version: '1',
    }),
    may: 'coordinator' as const,
  },
  [`${actions}#takeOver`]: {
    path: timeline,
    fields: ({ own }: World) => ({ regionId: own.id, step: 'purpose', startsOn: '2031-02-03' }),
    may: 'coordinator' as const,
  },
  [`${actions}#subscribe`]: {
    path: timeline,
    fields: ({ own }: World) => ({ regionId: own.id }),
    may: 'observer' as const,
  },
  [`${actions}#unsubscribe`]: {
    path: timeline,
    fields: ({ own }: World) => ({ regionId: own.id, id: own.observerCalendar }),
    may: 'observer' as const,
  },
  [`${OWN}#subscribe`]: { path: ownDays, fields: () => ({}), may: 'observer' as const },
  [`${OWN}#unsubscribe`]: {
    path: ownDays,
    fields: ({ observerFeed }: World) => ({ id: observerFeed }),
    may: 'observer' as const,
  },
}
