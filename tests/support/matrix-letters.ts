import { changeMailSettings } from '@/lib/notices/settings/data'
import type { ProgrammeRow } from './matrix-answers'

const wanted = { tasks: true, reminders: false, mentions: true, digestDay: 2, version: 0 }

/** How people want to be written to: each for themselves, whoever they are. */
export const LETTER_PROGRAMME: Record<string, ProgrammeRow> = {
  'lib/notices/settings/data.ts#changeMailSettings': {
    writes: true,
    call: (viewer) => changeMailSettings(viewer, wanted),
    everybody: {
      ...{ admin: 'ok', staff: 'ok', coordinator: 'ok', partner: 'ok', observer: 'ok' },
      ...{ outsider: 'ok', former: 'ok' },
    },
  },
}
