import { sayOwner } from '@/components/journey/say-owner'
import type { Change } from '@/lib/activity/changes/rules'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { readOwner } from '@/lib/journey/access/rules'

type Props = { change: Change; partners: readonly { id: string; name: string }[] }

const DAYS: ReadonlySet<Change['fact']> = new Set([
  ...(['doneOn', 'plannedOn', 'reachedOn', 'dueOn', 'datedOn', 'startsOn', 'targetOn'] as const),
  ...(['relationSince', 'relationEndedOn'] as const),
])

/** One fact: what was, and what is. */
export function ChangeLine({ change: { fact, from, to }, partners }: Props) {
  const t = useTranslations('activity')
  const words = useTranslations('words')
  const format = useFormatter()
  const say = (value: NonNullable<Change['from']>): string => {
    if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no')
    if (DAYS.has(fact)) return format.dateTime(fromDay(value), { dateStyle: 'medium' })
    if (fact === 'owner') return sayOwner(readOwner(value), partners, words)
    const states = ['tick', 'milestone', 'state', 'task'] as const
    const spaces = fact === 'state' ? states : ([fact] as const)
    for (const space of spaces) {
      const key = `${space}.${value}` as 'tick.done'
      if (words.has(key)) return words(key)
    }
    return value
  }
  return (
    <div>
      <dt>{t(`change.fact.${fact}`)}</dt>
      <dd>
        {from === null
          ? to !== null && say(to)
          : to === null
            ? t('change.gone', { from: say(from) })
            : t('change.line', { from: say(from), to: say(to) })}
      </dd>
    </div>
  )
}
