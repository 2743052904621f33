interface Props {
  /** How many for each label. */
  bars: readonly number[]
  labels: readonly string[]
}

/** How votes lie, as a table that is also a picture. */
export function Bars({ bars, labels }: Props) {
  const most = Math.max(1, ...bars)
  return (
    <ul className="bars">
      {bars.map((count, at) => (
        <li key={labels[at]} className="bar">
          <span>{labels[at]}</span>
          <span className="bar-count">{count}</span>
          <span className="bar-track" aria-hidden="true">
            <span style={{ inlineSize: `${(100 * count) / most}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
