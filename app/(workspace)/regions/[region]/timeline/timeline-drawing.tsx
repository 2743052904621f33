import { daysBetween } from '@/lib/dates/rules'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Timeline } from '@/lib/journey/timeline/data'
import { monthMarks, spanOf, type TimelineStep } from '@/lib/journey/timeline/rules'

const ROW = 58
const HEAD = 30
const MOST_MARKS = 12

/** The part of the span at which a day lies, as SVG writes it. */
type Place = (day: string) => string

/**
 * The steps from top to bottom along one line of time. It is drawn in parts of its width, so that it
 * fits any screen; the table below it says the same.
 */
export function TimelineDrawing({ found, title }: { found: Timeline; title: string }) {
  const t = useTranslations('time')
  const format = useFormatter()
  const { steps, today } = found
  const span = spanOf(steps, today)
  const whole = daysBetween(span.from, span.to)
  const at: Place = (day) => `${((100 * daysBetween(span.from, day)) / whole).toFixed(2)}%`
  const height = HEAD + steps.length * ROW
  return (
    <figure className="timeline">
      <svg role="img" aria-label={t('timeline.drawing', { title })} width="100%" height={height}>
        {monthMarks(span, MOST_MARKS).map((month, index) => (
          <g key={month} className={index % 3 === 0 ? 'timeline-month' : 'timeline-month-minor'}>
            <line x1={at(month)} x2={at(month)} y1={HEAD - 6} y2={height} />
            <text x={at(month)} y={HEAD - 12} dx={2}>
              {format.dateTime(fromDay(month), { month: 'short', year: '2-digit' })}
            </text>
          </g>
        ))}
        {steps.map((step, index) => (
          <Row key={step.slug} {...{ step, at, today }} top={HEAD + index * ROW} />
        ))}
        <line className="timeline-today" x1={at(today)} x2={at(today)} y1={HEAD - 6} y2={height} />
      </svg>
      <figcaption className="timeline-key small">
        {(['planned', 'actual', 'milestonePlanned', 'milestoneReached', 'today'] as const).map(
          (mark) => (
            <span key={mark} className="timeline-key-entry">
              <KeyMark mark={mark} />
              {t(`timeline.key.${mark}`)}
            </span>
          ),
        )}
      </figcaption>
    </figure>
  )
}

function Row({
  step,
  at,
  today,
  top,
}: {
  step: TimelineStep
  at: Place
  today: string
  top: number
}) {
  const { plan, begunOn, reachedOn } = step
  const plannedFrom = plan.startsOn ?? begunOn ?? plan.targetOn
  const bar = top + 34
  return (
    <g data-part={step.part}>
      <line className="timeline-ground" x1="0" x2="100%" y1={bar} y2={bar} />
      {plan.targetOn && plannedFrom && (
        <Bar
          className="timeline-planned"
          from={plannedFrom}
          to={plan.targetOn}
          y={bar - 9}
          height={18}
          at={at}
        />
      )}
      {plan.startsOn && !plan.targetOn && (
        <Mark day={plan.startsOn} y={bar} at={at} className="timeline-start" path="M0-9V9" />
      )}
      {begunOn && (
        <Bar
          className="timeline-actual"
          from={begunOn}
          to={reachedOn ?? today}
          y={bar - 4}
          height={8}
          at={at}
        />
      )}
      {step.milestones.flatMap(({ id, gate, plannedOn, reachedOn }) => {
        const day = reachedOn ?? plannedOn
        const size = gate ? 8 : 6
        const path = `M0-${size}L${size} 0L0 ${size}L-${size} 0Z`
        const className = reachedOn ? 'timeline-reached' : 'timeline-milestone'
        return day ? [<Mark key={id} {...{ day, at, path, className }} y={bar} />] : []
      })}
      {reachedOn && (
        <Mark
          day={reachedOn}
          y={bar}
          at={at}
          className="timeline-flag"
          path="M0-14V12M0-14L9-10L0-6"
        />
      )}
      <text className="timeline-name" x="0" y={top + 16}>
        {step.number} {step.title}
      </text>
    </g>
  )
}

interface BarProps {
  from: string
  to: string
  y: number
  height: number
  at: Place
  className: string
}

/** A bar from one day to another, never thinner than can be seen. */
function Bar({ from, to, y, height, at, className }: BarProps) {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const width = `${Math.max(0.6, parseFloat(at(last)) - parseFloat(at(first))).toFixed(2)}%`
  return <rect {...{ className, y, height, width }} x={at(first)} rx={height / 2} />
}

type MarkProps = { day: string; y: number; at: Place; path: string; className: string }

/** A mark on a day. A drawing within the drawing, since a path knows no parts of a width. */
function Mark({ day, y, at, path, className }: MarkProps) {
  return (
    <svg x={at(day)} y={y} overflow="visible" width="1" height="1">
      <path className={className} d={path} />
    </svg>
  )
}

const KEYS = {
  planned: <rect className="timeline-planned" x="1" y="3" width="26" height="14" rx="7" />,
  actual: <rect className="timeline-actual" x="1" y="6" width="26" height="8" rx="4" />,
  milestonePlanned: <path className="timeline-milestone" d="M14 3L21 10L14 17L7 10Z" />,
  milestoneReached: <path className="timeline-reached" d="M14 3L21 10L14 17L7 10Z" />,
  today: <line className="timeline-today" x1="14" x2="14" y1="0" y2="20" />,
}

function KeyMark({ mark }: { mark: keyof typeof KEYS }) {
  return (
    <svg aria-hidden="true" width="28" height="20">
      {KEYS[mark]}
    </svg>
  )
}
