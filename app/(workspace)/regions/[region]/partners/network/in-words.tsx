import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Network } from '@/lib/network/data'

/** What the map says, in sentences: who links whom, where nothing links, and what changed. */
export function InWords({ found, partners }: { found: Network; partners: string }) {
  const { view, on, since } = found
  const { bridges, between, absent, lines } = view
  const t = useTranslations('network')
  const words = useTranslations('words')
  const format = useFormatter()
  const day = (iso: string) => format.dateTime(fromDay(iso), { dateStyle: 'long' })
  const count = (wanted: string) => lines.filter(({ state }) => state === wanted).length
  const gaps = between.filter((pair) => pair.count === 0)
  return (
    <div className="network-words">
      {since !== null && (
        <Card title={t('compared.title', { since: day(since), on: day(on) })}>
          <p>
            {t('compared.text', {
              ...{ came: count('came'), ended: count('ended'), stays: count('stays') },
            })}
          </p>
        </Card>
      )}
      <Card title={t('bridges.title')}>
        {bridges.length === 0 ? (
          <p className="muted">{t('bridges.none')}</p>
        ) : (
          <>
            <p className="muted small">{t('bridges.lede')}</p>
            <ul role="list" className="rows">
              {bridges.map(({ id, name, sectors }) => (
                <li key={id}>
                  <Link href={`${partners}/${id}`}>{name}</Link>{' '}
                  {t('bridges.links', {
                    count: sectors.length,
                    sectors: format.list(sectors.map((sector) => words(`sector.${sector}`))),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <Card title={t('gaps.title')}>
        {gaps.length === 0 && absent.length === 0 && <p>{t('gaps.none')}</p>}
        <ul role="list" className="rows">
          {gaps.map(({ one, other }) => (
            <li key={`${one} ${other}`}>
              {t('gaps.between', {
                ...{ one: words(`sector.${one}`), other: words(`sector.${other}`) },
              })}
            </li>
          ))}
          {absent.map((sector) => (
            <li key={sector}>{t('gaps.absent', { sector: words(`sector.${sector}`) })}</li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
