import { sayOwner } from '@/components/journey/say-owner'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { fromDay } from '@/lib/dates/days'
import type { HandOver } from '@/lib/handover/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ownerWord } from '@/lib/journey/access/rules'
import { placeOfEntry } from '@/lib/journey/own/rules'

/** What others than the coordinator have taken on, by owner, what is overdue first. */
export function Promises({ found }: { found: HandOver }) {
  const t = useTranslations('handOver')
  const words = useTranslations('words')
  const format = useFormatter()
  const { promises, partners, region, today } = found
  const due = (iso: string) => {
    const day = format.dateTime(fromDay(iso), { dateStyle: 'medium' })
    return iso < today ? (
      <span className="overdue">{t('promises.overdue', { day })}</span>
    ) : (
      t('promises.due', { day })
    )
  }
  return (
    <Card title={t('promises.title')}>
      {promises.length === 0 && <p className="muted">{t('promises.none')}</p>}
      {promises.map(({ owner, entries }) => (
        <section key={ownerWord(owner)} className="hand-over-group">
          <h3>{sayOwner(owner, partners, words)}</h3>
          <ul role="list" className="rows">
            {entries.map(({ id, title, number, dueOn }) => (
              <li key={id} className="row">
                <span>
                  <Link href={placeOfEntry(region.slug, id)}>{title}</Link>{' '}
                  <span className="muted small">{t('step', { n: number })}</span>
                </span>
                <span className="small">
                  {dueOn ? due(dueOn) : <span className="muted">{t('promises.noDay')}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
