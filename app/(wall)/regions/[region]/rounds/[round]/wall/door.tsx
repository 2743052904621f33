import { QrCode } from '@/components/ui/qr-code'
import { showCode } from '@/lib/consensus/code/rules'
import type { FoundSession } from '@/lib/consensus/data'
import type { Translator } from '@/lib/i18n/voice'

interface Address {
  t: Translator<'session'>
  code: string
  url: string
}

/** How to come in, and who has. */
export function Door({ t, found, code, url }: Address & { found: FoundSession }) {
  const { people } = found
  return (
    <div className="wall-door">
      <div className="wall-door-words">
        <h1>{t('wall.join')}</h1>
        <p>{t('wall.visit', { address: placeOf(url) })}</p>
        <p className="wall-code">{showCode(code)}</p>
        <p className="wall-count" role="status">
          {people.length > 0 ? t('wall.present', { present: people.length }) : t('wall.nobody')}
        </p>
        <ul className="wall-people">
          {people.slice(-24).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </div>
      <div className="wall-qr">
        <QrCode text={url} label={t('wall.qr')} />
      </div>
    </div>
  )
}

/** The way in for whoever comes late. */
export function LateDoor({ t, code, url }: Address) {
  return (
    <aside className="wall-late">
      <p>
        {t('wall.late', { address: placeOf(url) })} <strong>{showCode(code)}</strong>
      </p>
      <div className="wall-late-qr">
        <QrCode text={url} label={t('wall.qr')} />
      </div>
    </aside>
  )
}

/** An address as somebody types it: without what the browser adds by itself, and without the code. */
function placeOf(url: string): string {
  const { host } = new URL(url)
  return `${host}/session`
}
