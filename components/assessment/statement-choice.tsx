import type { SheetWords, StatementScreen } from './screens'

interface Props {
  screen: StatementScreen
  words: SheetWords
  level: number | undefined
  onChoose: (level: number) => void
}

/** One statement with its five levels in full, and the way out for who cannot judge it. */
export function StatementChoice({ screen, words, level, onChoose }: Props) {
  const { id, text, anchors, place, left, part } = screen
  return (
    <fieldset className="statement" data-part={part}>
      <legend className="visually-hidden">{text}</legend>
      <p id="statement-place" className="muted small">
        {place} · {left}
      </p>
      <h2 tabIndex={-1} aria-describedby="statement-place">
        {text}
      </h2>
      <p className="muted small">{words.choose}</p>
      {anchors.map((anchor, index) => (
        <Level
          key={index}
          name={id}
          value={index + 1}
          chosen={level === index + 1}
          onChoose={onChoose}
        >
          <strong>
            {index + 1} {words.levels[index]}
          </strong>
          <span>{anchor}</span>
        </Level>
      ))}
      <Level name={id} value={0} chosen={level === 0} onChoose={onChoose}>
        <span>{words.cannotJudge}</span>
      </Level>
    </fieldset>
  )
}

interface LevelProps {
  name: string
  value: number
  chosen: boolean
  onChoose: (level: number) => void
  children: React.ReactNode
}

function Level({ name, value, chosen, onChoose, children }: LevelProps) {
  return (
    <label className="statement-level">
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen}
        onChange={() => onChoose(value)}
        className="checkbox"
      />
      <span className="statement-anchor">{children}</span>
    </label>
  )
}
