import type { FoundSession } from '@/lib/consensus/data'
import type { Sheet } from '@/lib/consensus/guests'
import type { Room } from '@/lib/consensus/room/rules'
import type { Translator } from '@/lib/i18n/voice'

interface Props {
  t: Translator<'session'>
  found: FoundSession
  sheet: Sheet
}

/** One statement with its anchors; once votes are shown, each with its bar. */
export function Statement({ t, found, sheet }: Props) {
  const { room, levels, sheets } = found
  const agreed = levels.find(({ statement }) => statement === sheet.id)
  const isAgreed = room.phase === 'agreed' && agreed
  const step = `${sheet.number}. ${sheet.title}`
  return (
    <div className="wall-statement" data-part={sheet.part}>
      <p className="wall-place">
        {t('phone.place', { at: room.position + 1, of: sheets.length, step })}
      </p>
      <h1>{sheet.text}</h1>
      <ol className="wall-anchors">
        {sheet.anchors.map((text, index) => (
          <li key={text} aria-current={(isAgreed && agreed.level === index + 1) || undefined}>
            <span className="wall-level">{index + 1}</span>
            <span className="wall-anchor">{text}</span>
            {room.bars && <Bar t={t} count={room.bars[index] ?? 0} most={mostOf(room)} />}
          </li>
        ))}
      </ol>
      <p className="wall-count" role="status">
        {sayBelow(t, room)}
        {isAgreed && <span className="wall-reason">{agreed.reason}</span>}
        {room.bars && (room.bars[5] ?? 0) > 0 && (
          <span className="wall-reason">
            {`${t('control.cannotJudge')}: ${t('control.count', { count: room.bars[5] ?? 0 })}`}
          </span>
        )}
      </p>
    </div>
  )
}

export function Ended({ t, agreed }: { t: Props['t']; agreed: number }) {
  return (
    <div className="wall-ended">
      <h1>{t('wall.ended')}</h1>
      <p>{t('wall.endedLede', { agreed })}</p>
    </div>
  )
}

function Bar({ t, count, most }: { t: Props['t']; count: number; most: number }) {
  return (
    <span className="wall-bar" role="img" aria-label={t('control.count', { count })}>
      <span style={{ inlineSize: `${(100 * count) / most}%` }} />
      <span>{count}</span>
    </span>
  )
}

function sayBelow(t: Props['t'], { phase, voted, present, bars, level }: Room): string {
  if (phase === 'voting') return t('wall.voted', { voted, present })
  if (phase === 'agreed' && level) return t('wall.agreed', { level })
  return t(bars ? 'wall.shown' : 'wall.few')
}

function mostOf({ bars }: Room): number {
  return Math.max(1, ...(bars ?? []).slice(0, 5))
}
