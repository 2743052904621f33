import { Bars } from '@/components/consensus/bars'
import { Card } from '@/components/ui/card'
import type { FoundSession } from '@/lib/consensus/data'
import type { Sheet } from '@/lib/consensus/guests'
import { useTranslations } from '@/lib/i18n/server'

const LEVELS = [1, 2, 3, 4, 5]

/** The statement the room is at: its anchors while it votes, how the votes lie once they are shown. */
export function Present({ found: { room }, sheet }: { found: FoundSession; sheet: Sheet }) {
  const t = useTranslations('session')
  const { phase, voted, present, bars, level } = room
  const names = [
    ...LEVELS.map((one) => t('control.level', { level: one })),
    t('control.cannotJudge'),
  ]
  return (
    <div data-part={sheet.part}>
      <Card
        title={sheet.text}
        aside={<span className="muted">{`${sheet.number}. ${sheet.title}`}</span>}
      >
        {phase === 'voting' && (
          <>
            <p className="session-count">{t('control.voted', { voted, present })}</p>
            <p className="muted">{t('control.hidden')}</p>
          </>
        )}
        {phase === 'shown' &&
          (bars ? (
            <section aria-label={t('control.votes')}>
              <Bars bars={bars} labels={names} />
            </section>
          ) : (
            <p className="muted">{t('control.tooFew')}</p>
          ))}
        {phase === 'agreed' && level && (
          <p className="session-count">{t('control.agreed', { level })}</p>
        )}
      </Card>
    </div>
  )
}
