import { Card } from '@/components/ui/card'
import { useTranslations } from '@/lib/i18n/server'
import type { JustDone } from '@/lib/my/data'
import { UndoButton } from '../undo-button'

/** What the reader did a moment ago, each with the way back. */
export function JustDoneList({ entries, now }: { entries: JustDone[]; now: Date }) {
  const t = useTranslations('my')
  if (entries.length === 0) return null
  return (
    <Card title={t('justDone')}>
      <ul role="list" className="rows">
        {entries.map((entry) => (
          <li key={entry.id} className="row">
            <span>
              {entry.more > 0
                ? t('andMore', { title: entry.title, more: entry.more })
                : entry.title}{' '}
              <span className="muted small">· {entry.region}</span>
            </span>
            <UndoButton entry={entry} regionId={entry.regionId} now={now} subject={entry.title} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
