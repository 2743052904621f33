import { useEffect, useRef } from 'react'
import { ActionForm, type FormAction } from '@/components/forms/action-form'
import type { OwnAnswers } from './own-answers'
import type { Screen, SheetWords } from './screens'

interface Props {
  own: OwnAnswers
  screens: Screen[]
  words: SheetWords
  regionId: string
  roundId: string
  action: FormAction
  change: (more: Partial<OwnAnswers>) => void
  go: (screen: number) => void
}

/** What is still without an answer, and the sending; afterwards what can be done with one's answers. */
export function LastScreen({ own, screens, words, regionId, roundId, ...rest }: Props) {
  const { action, change, go } = rest
  const heading = useRef<HTMLHeadingElement>(null)
  const isIn = own.sent && !own.changed
  const wasIn = useRef(isIn)
  useEffect(() => {
    if (isIn && !wasIn.current) heading.current?.focus()
    wasIn.current = isIn
  }, [isIn])
  const open = screens.flatMap((screen, index) =>
    screen.kind === 'statement' && own.answers[screen.id] === undefined
      ? [{ screen, at: index + 1 }]
      : [],
  )
  const send: FormAction = async (previous, data) => {
    const answer = await action(previous, data)
    if (answer.status === 'saved') change({ sent: true, changed: false })
    return answer
  }
  const pairs = (all: Record<string, string | number>) =>
    Object.entries(all).map(([name, value]) => `${name}=${value}`)
  return (
    <section className="statement">
      <h2 ref={heading} tabIndex={-1}>
        {isIn ? words.sent : words.endTitle}
      </h2>
      {isIn && <p>{words.sentText}</p>}
      {own.sent && own.changed && <p>{words.unsent}</p>}
      {open.length === 0 && !isIn && <p>{words.complete}</p>}
      {open.length > 0 && !isIn && (
        <>
          <p>{words.missing}</p>
          <ul role="list" className="rows">
            {open.map(({ screen, at }) => (
              <li key={screen.id} className="row">
                <button type="button" className="link-button" onClick={() => go(at)}>
                  {screen.text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <ActionForm action={send} keepsDraft={false} className="stack">
        <input type="hidden" name="regionId" value={regionId} />
        <input type="hidden" name="id" value={roundId} />
        <input type="hidden" name="secret" value={own.secret} />
        {pairs(own.answers).map((pair) => (
          <input key={pair} type="hidden" name="answers" value={pair} />
        ))}
        {pairs(own.lookBack).map((pair) => (
          <input key={pair} type="hidden" name="lookBack" value={pair} />
        ))}
        {Object.entries(own.comments).map(([step, words]) => (
          <input key={step} type="hidden" name="comments" value={`${step}=${words}`} />
        ))}
        <div className="cluster">
          {!isIn && <button className="button">{own.sent ? words.correct : words.send}</button>}
          <button type="button" className="button button-quiet" onClick={() => go(1)}>
            {own.sent ? words.change : words.review}
          </button>
        </div>
      </ActionForm>
    </section>
  )
}
