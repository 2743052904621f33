import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { sayStep } from '@/lib/journey/sheet/words'
import { getRegionGuide } from '@/lib/journey/record'
import { getRegion } from '@/lib/regions/find'
import type { Format } from '@/lib/sheet/rules'
import { type SheetFile, type WantedFile, writeTable } from '@/lib/sheet/write'
import { filterTasks } from '@/lib/tasks/filter'
import { readTasks, type Task } from '@/lib/tasks/read'
import type { TaskFilter } from '@/lib/tasks/schema'
import { MOST_READ, readTaskGround, type TaskGround } from '@/lib/tasks/sheet/ground'
import { FILLED_COLUMNS, TASK_COLUMNS, type TaskColumn } from '@/lib/tasks/sheet/rules'
import { standingOf } from '@/lib/tasks/sheet/standing'
import { sayForWhom, sayNamed } from '@/lib/tasks/sheet/words'

const WIDTHS: Record<TaskColumn, number> = {
  ...{ id: 38, title: 44, doneWhen: 40, step: 28, entry: 36, link: 30, forWhom: 26, partners: 40 },
  ...{ person: 24, dueOn: 14, skipCheck: 14, repeatMonths: 14, state: 22, parts: 44, doneOn: 14 },
  ...{ version: 8 },
}

/**
 * All tasks of a region that fit a list's address as a file, in the reader's language; no cell of it
 * is a formula, and its days are days. Throws Denial('not-found') for what the viewer may not see.
 */
export async function exportTasks(
  viewer: Viewer,
  slug: string,
  locale: string,
  { format, filter }: { format: Format; filter: TaskFilter },
): Promise<SheetFile> {
  const { ground, guide, tasks, today } = await asViewer(viewer, async (db) => {
    const ground = await readTaskGround(db, viewer, { slug })
    const guide = await getRegionGuide(db, ground.record, locale)
    const today = dayIn(ground.record.timeZone, new Date())
    const wanted = filterTasks(ground.record.id, filter, today)
    return { ground, guide, today, tasks: await readTasks(db, wanted, { most: MOST_READ }) }
  })
  const voice = await voiceOf(asLocale(locale))
  const steps = new Map(guide.steps.map((step) => [step.slug, sayStep(step)]))
  return write(voice, tabulate(voice, ground, steps, tasks), {
    ...{
      format,
      locale,
      columns: [...TASK_COLUMNS],
      fileName: `${slug}-${voice.translator('taskSheet')('file')}-${today}`,
    },
  })
}

/**
 * An empty sheet of tasks: the columns that a new one can fill, and as a spreadsheet a second sheet
 * that explains them. Throws Denial('not-found') for what the viewer may not see.
 */
export async function exportTemplate(
  viewer: Viewer,
  slug: string,
  locale: string,
  format: Format,
): Promise<SheetFile> {
  await asViewer(viewer, (db) => getRegion(db, viewer, { slug }))
  const voice = await voiceOf(asLocale(locale))
  const t = voice.translator('taskSheet')
  const table = FILLED_COLUMNS.map((column) => [t(`columns.${column}`), t(`explained.${column}`)])
  const explained = [[t('explain.column'), t('explain.meaning')], ...table]
  return write(voice, [], {
    ...{ format, locale, columns: [...FILLED_COLUMNS], fileName: `${slug}-${t('templateFile')}` },
    more: [{ table: explained, sheetName: t('explain.sheetName'), widths: [28, 100] }],
  })
}

type Cells = Record<TaskColumn, string | { day: string }>

function write(
  voice: Voice,
  rows: readonly Cells[],
  { columns, ...wanted }: Omit<WantedFile, 'sheetName' | 'widths'> & { columns: TaskColumn[] },
) {
  const t = voice.translator('taskSheet')
  const table = [
    columns.map((column) => t(`columns.${column}`)),
    ...rows.map((cells) => columns.map((column) => cells[column])),
  ]
  return writeTable(table, {
    ...{ ...wanted, sheetName: t('sheetName') },
    widths: columns.map((column) => WIDTHS[column]),
  })
}

function tabulate(
  voice: Voice,
  { vocabulary, partners, people }: TaskGround,
  steps: ReadonlyMap<string, string>,
  tasks: readonly Task[],
): Cells[] {
  const t = voice.translator('tasks')
  const yesNo = voice.translator('partners')
  const day = (iso: string | null) => (iso === null ? '' : { day: iso })
  const partOf = ({ partner, state, back }: Task['parts'][number]) =>
    `${partner}: ${t(`part.${state === 'handed_back' ? back || 'again' : state}`)}`
  return tasks.map((task): Cells => {
    const { title, doneWhen, link, step, entry, ...standing } = standingOf(task)
    const { id, version, dueOn, skipCheck, repeatMonths, forWhom, person } = standing
    const named = standing.partners.map((one) => sayNamed(one, partners, vocabulary.partners))
    return {
      ...{ id, title, doneWhen, link, entry, step: steps.get(step) ?? step },
      ...{ forWhom: sayForWhom(voice, forWhom), partners: named.join('; ') },
      person: person && sayNamed(person, people, vocabulary.people),
      ...{ dueOn: day(dueOn), skipCheck: yesNo(skipCheck ? 'yes' : 'no') },
      ...{ repeatMonths: String(repeatMonths ?? ''), state: t(`state.${task.state}`) },
      ...{ parts: task.parts.map(partOf).join('; '), doneOn: day(task.doneOn) },
      version: String(version),
    }
  })
}
