import { LiveRoom } from '@/components/consensus/live-room'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { showCode } from '@/lib/consensus/code/rules'
import { type FoundSession, getSession } from '@/lib/consensus/data'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations, useTranslations } from '@/lib/i18n/server'
import { AgreeForm, TaskForm } from './agree-form'
import { Attendance } from './attendance'
import { FinishForm } from './finish-form'
import { Pace } from './pace'
import { Present } from './present'
import '@/components/consensus/bars.css'
import './control.css'

export async function generateMetadata() {
  return { title: (await getTranslations('session'))('title') }
}

/** The facilitator's page: pace, level, reason, who is there. It works on a phone too. */
export default async function SessionControlPage({
  params,
}: PageProps<'/regions/[region]/rounds/[round]/session'>) {
  const [{ region: slug, round }, viewer, locale, t] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
    getTranslations('session'),
  ])
  const found = await orNotFound(getSession(viewer, slug, round, locale))
  const { region, room, code, levels, sheets } = found
  const sheet = sheets.find(({ id }) => id === room.statement)
  const isOver = room.phase === 'ended'
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={
          isOver
            ? t('control.ended', { agreed: levels.length })
            : room.phase === 'waiting'
              ? t('control.waiting', { present: room.present })
              : t('control.at', { at: room.position + 1, of: sheets.length })
        }
        lede={isOver ? undefined : t('control.lede')}
        actions={
          isOver ? (
            <LinkButton href={`/regions/${region.slug}/rounds/${round}`}>
              {t('control.results')}
            </LinkButton>
          ) : (
            <>
              {code && (
                <span className="session-code">{t('control.code', { code: showCode(code) })}</span>
              )}
              <LinkButton
                tone="quiet"
                href={`/regions/${region.slug}/rounds/${round}/wall`}
                target="_blank"
              >
                {t('control.wall')}
              </LinkButton>
            </>
          )
        }
      />
      <div className="split">
        <div className="stack">
          {!isOver && <Pace found={found} />}
          {sheet && !isOver && room.phase !== 'waiting' && (
            <>
              <Present found={found} sheet={sheet} />
              <AgreeForm found={found} sheet={sheet} />
              <TaskForm found={found} sheet={sheet} />
            </>
          )}
          <Overview found={found} />
        </div>
        <div className="stack">
          <Attendance found={found} />
          {!isOver && <FinishForm found={found} />}
        </div>
      </div>
      {!isOver && <LiveRoom region={region.slug} round={round} />}
    </>
  )
}

/** Every statement with what was agreed on it. */
function Overview({ found: { sheets, levels } }: { found: FoundSession }) {
  const t = useTranslations('session')
  const agreed = new Map(levels.map((one) => [one.statement, one]))
  return (
    <Card title={t('control.all')}>
      <ol className="session-all">
        {sheets.map(({ id, text, part }) => {
          const one = agreed.get(id)
          return (
            <li key={id} data-part={part}>
              <p>{text}</p>
              {one ? (
                <p>
                  <strong>{t('control.agreed', { level: one.level })}</strong>. {one.reason}{' '}
                  {one.evidence && <span className="muted">{one.evidence}</span>}
                </p>
              ) : (
                <p className="muted">{t('control.open')}</p>
              )}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
