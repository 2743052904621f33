import { TextArea } from '@/components/ui/field'
import type { OwnAnswers } from './own-answers'
import type { SheetWords, StepScreen } from './screens'

interface Props {
  screen: StepScreen
  words: SheetWords
  own: OwnAnswers
  change: (more: Partial<OwnAnswers>) => void
}

/** What can be said of a step as a whole: where it was the last time, and a comment. */
export function StepRemarks({ screen, words, own, change }: Props) {
  const { slug, title, comment, lookBack, part } = screen
  const remembered = own.lookBack[slug]
  const remember = (level: number | null) => {
    const others = Object.entries(own.lookBack).filter(([step]) => step !== slug)
    const now: [string, number][] = level === null ? [] : [[slug, level]]
    change({ lookBack: Object.fromEntries([...others, ...now]) })
  }
  return (
    <section className="statement" data-part={part}>
      <h2 tabIndex={-1}>{title}</h2>
      {lookBack && (
        <fieldset className="statement-back">
          <legend>
            {lookBack} <span className="muted small">{words.optional}</span>
          </legend>
          {words.levels.map((word, index) => (
            <label key={word} className="statement-level">
              <input
                type="radio"
                name={`back-${slug}`}
                checked={remembered === index + 1}
                onChange={() => remember(index + 1)}
                className="checkbox"
              />
              <span>
                {index + 1} {word}
              </span>
            </label>
          ))}
          <label className="statement-level">
            <input
              type="radio"
              name={`back-${slug}`}
              checked={remembered === undefined}
              onChange={() => remember(null)}
              className="checkbox"
            />
            <span>{words.noMemory}</span>
          </label>
        </fieldset>
      )}
      <TextArea
        name={`comment-${slug}`}
        label={comment}
        aside={words.optional}
        hint={words.commentHint}
        value={own.comments[slug] ?? ''}
        onChange={({ target }) => change({ comments: { ...own.comments, [slug]: target.value } })}
        maxLength={1000}
      />
    </section>
  )
}
