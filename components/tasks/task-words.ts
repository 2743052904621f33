import type { Formatter, Translator } from '@/lib/i18n/voice'
import { fromDay } from '@/lib/dates/days'
import { SECTORS } from '@/lib/partners/rules'
import { isOpenTask, type TaskState } from '@/lib/tasks/rules'

interface Asked {
  forKind: string
  forSector: string | null
  assignee: string | null
  parts: readonly { partner: string }[]
}

/** Who is asked, in a few words. */
export function sayWho(task: Asked, t: Translator<'tasks'>, words: Translator<'words'>): string {
  const [first, ...others] = task.parts
  if (first && others.length > 0) {
    return t('andMore', { first: first.partner, count: others.length })
  }
  if (first) return first.partner
  if (task.forKind === 'any-partner') return t('everyPartner')
  if (task.forKind === 'sector') {
    const sector = SECTORS.find((known) => known === task.forSector)
    return sector ? words(`sector.${sector}`) : t('everyPartner')
  }
  if (task.forKind === 'coordinator') return task.assignee ?? words('owner.coordinator')
  return t('nobodyYet')
}

interface Dated {
  state: TaskState
  dueOn: string | null
  doneOn: string | null
}

/** The day of a task in words, and whether it is late. */
export function sayDue(
  { state, dueOn, doneOn }: Dated,
  today: string,
  t: Translator<'tasks'>,
  format: Formatter,
): { text: string; late: boolean } {
  const say = (day: string) => format.dateTime(fromDay(day), { dateStyle: 'medium' })
  if (state === 'done' && doneOn) return { text: t('doneSince', { day: say(doneOn) }), late: false }
  if (!dueOn) return { text: t('noDay'), late: false }
  const late = isOpenTask(state) && dueOn < today
  return { text: t(late ? 'overdue' : 'by', { day: say(dueOn) }), late }
}
