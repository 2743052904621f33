import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Prioritised } from '@/lib/candid/priorities'
import { useTranslations } from '@/lib/i18n/server'

const MOST = 8
/** From here on people see an organisation so differently that the middle says little. */
const FAR_APART = 2

/** What is worth another talk: places on the line, places seen very differently, and single views. */
export function AskAgain({ all, home }: { all: Prioritised[]; home: string }) {
  const t = useTranslations('priorities')
  const onLine = all.filter(({ place }) => place?.onLine)
  const apart = all.filter(({ place }) => place && place.spread >= FAR_APART && !place.onLine)
  const single = all.filter(({ place }) => place?.raters === 1).length
  const weak = all.filter(({ place }) => place && place.influence.median < 3).length
  return (
    <Card title={t('again.title')}>
      <div className="stack">
        {onLine.length === 0 && apart.length === 0 && <p className="muted">{t('again.none')}</p>}
        {onLine.length > 0 && (
          <Names
            title={t('again.onLine')}
            some={onLine}
            {...{ home }}
            more={`${home}?show=on-line#table`}
          />
        )}
        {apart.length > 0 && <Names title={t('again.apart')} some={apart} {...{ home }} />}
        {single > 0 && <p>{t('again.single', { count: single })}</p>}
        <p className="muted small">{t(weak > 0 ? 'again.weak' : 'again.noWeak')}</p>
      </div>
    </Card>
  )
}

type NamesProps = { title: string; some: Prioritised[]; home: string; more?: string }

function Names({ title, some, home, more }: NamesProps) {
  const t = useTranslations('priorities')
  return (
    <div className="stack stack-tight">
      <h3>{title}</h3>
      <ul className="plain-list">
        {some.slice(0, MOST).map(({ id, name }) => (
          <li key={id}>
            <Link href={`${home}/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
      {some.length > MOST && (
        <p>
          {more ? (
            <Link href={more}>{t('again.more', { count: some.length - MOST })}</Link>
          ) : (
            t('again.more', { count: some.length - MOST })
          )}
        </p>
      )}
    </div>
  )
}
