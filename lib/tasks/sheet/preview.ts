import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { getRegion } from '@/lib/regions/find'
import { closeSheet, joinLines, type SheetLine, sortLines } from '@/lib/sheet/previewing'
import { readTable } from '@/lib/sheet/read'
import type { PreviewRow, SheetPreview } from '@/lib/sheet/rules'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { decideTasks, type TaskDecision } from '@/lib/tasks/sheet/deciding/rules'
import { readTaskGround, readWanted, type TaskGround } from '@/lib/tasks/sheet/ground'
import { readTaskRows } from '@/lib/tasks/sheet/reading/rules'
import type { Fault, Values, WantedTask } from '@/lib/tasks/sheet/rules'
import type { LookAtTasks } from '@/lib/tasks/sheet/schema'
import { sayForWhom } from '@/lib/tasks/sheet/words'

/** The region whose tasks may be brought: its coordinators'. Throws Denial('not-found') to others. */
export function getTasksRegion(viewer: Viewer, slug: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    if (!canKeepTasks(viewer, region.id)) throw new Denial('not-found')
    return region
  })
}

/**
 * Reads a sheet of tasks and says what it would change; nothing is written. Throws Denial:
 * not-found, forbidden, or a fault of `file`.
 */
export async function lookAtTasks(
  viewer: Viewer,
  { regionId, file }: LookAtTasks,
  locale: string,
): Promise<SheetPreview> {
  const ground = await asViewer(viewer, async (db) => {
    const found = await readTaskGround(db, viewer, { id: regionId })
    if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
    return found
  })
  // A large file is read while no connection waits for it.
  const reading = readTaskRows(await readTable(file), ground.vocabulary)
  if (reading.refused !== null) throw new Denial('invalid', `file:${reading.refused}`)
  const wanted = reading.rows.map((row) => row.wanted)
  const known = reading.rows.filter(({ faults }) => faults.every(({ column }) => column !== 'id'))
  const { standings: tasks } = await asViewer(viewer, (db) =>
    readWanted(
      db,
      regionId,
      known.map((row) => row.wanted),
    ),
  )
  const lines = joinLines(reading.rows, decideTasks({ ...ground.known, tasks }, wanted))
  const voice = await voiceOf(asLocale(locale))
  const { moved, shown, isReady, headline, counts } = sortLines(lines)
  return {
    headline: voice.translator('taskSheet')(`preview.${headline}`, counts),
    rows: shown.map((line) => sayLine(voice, ground, line)),
    ...closeSheet(voice, {
      ...{ ignored: reading.ignored, unchanged: lines.length - shown.length },
      changes: isReady ? moved.map(({ decision }) => asWanted(decision)) : null,
    }),
  }
}

/** Who is asked hangs together, and so does what a task serves. */
const TOGETHER: readonly (readonly (keyof Values)[])[] = [
  ['forWhom', 'partners', 'person'],
  ['step', 'entry'],
]

/** A decision as it comes back to be saved, with the version that was seen. */
function asWanted({ wanted: { row, id }, before, after, changed }: TaskDecision): WantedTask {
  const together = TOGETHER.filter((keys) => keys.some((key) => changed.includes(key)))
  const keys = new Set([...changed, ...together.flat()])
  const set = Object.fromEntries([...keys].map((key) => [key, after[key]])) as Partial<Values>
  return { row, id, version: before?.version ?? null, set }
}

function sayLine(
  voice: Voice,
  ground: TaskGround,
  { decision, name, faults }: SheetLine<TaskDecision, Fault>,
): PreviewRow {
  const t = voice.translator('taskSheet')
  const sheet = voice.translator('sheet')
  const { wanted, before, after, changed } = decision
  return {
    row: wanted.row,
    what: before?.title ?? name,
    changes: [
      ...(before === null && faults.length === 0 ? [t('preview.isNew')] : []),
      ...changed
        .filter((key) => before !== null || key !== 'title')
        .map((key) =>
          sheet('preview.change', {
            column: t(`columns.${key}`),
            was: before ? sayValue(voice, ground, before, key) : sheet('preview.nothing'),
            will: sayValue(voice, ground, after, key),
          }),
        ),
    ],
    faults: faults.map(({ column, fault, values = {} }) =>
      sheet('preview.fault', {
        column: t(`columns.${column}`),
        fault: t(`faults.${fault}` as 'faults.twice', values as { row: number }),
      }),
    ),
  }
}

function sayValue(
  voice: Voice,
  { partners, people }: TaskGround,
  values: Values,
  key: keyof Values,
): string {
  const say: Partial<Record<keyof Values, () => string>> = {
    forWhom: () => sayForWhom(voice, values.forWhom),
    partners: () => voice.format.list(values.partners.map((id) => partners.get(id) ?? id)),
    person: () => people.get(values.person) ?? values.person,
    dueOn: () =>
      values.dueOn ? voice.format.dateTime(fromDay(values.dueOn), { dateStyle: 'medium' }) : '',
    skipCheck: () => voice.translator('partners')(values.skipCheck ? 'yes' : 'no'),
  }
  return (
    (say[key] ?? (() => String(values[key] ?? '')))() ||
    voice.translator('sheet')('preview.nothing')
  )
}
