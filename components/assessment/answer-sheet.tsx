'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import type { FormAction } from '@/components/forms/action-form'
import { ForgetAnswers } from './forget-answers'
import { LastScreen } from './last-screen'
import { isBegun } from './own-answers'
import type { Screen, SheetWords } from './screens'
import { StatementChoice } from './statement-choice'
import { StepRemarks } from './step-remarks'
import { useAnswers } from './use-answers'

interface Props {
  userId: string
  regionId: string
  roundId: string
  /** They have sent answers already, perhaps from another device. */
  hasAnswered: boolean
  screens: Screen[]
  words: SheetWords
  action: FormAction
  /** Who sees what: shown before anything is asked. */
  notice: ReactNode
  /** The same as one long form, until the browser can do better. */
  children: ReactNode
}

/** Statement after statement on a phone, kept on the device until it is sent. */
export function AnswerSheet({ notice, children, screens, words, hasAnswered, ...rest }: Props) {
  const { userId, roundId, regionId, action } = rest
  const { own, change, forget } = useAnswers(userId, roundId)
  const router = useRouter()
  const top = useRef<HTMLDivElement>(null)
  const at = Math.min(own?.screen ?? 0, screens.length + 1)
  const shown = useRef(at)

  useEffect(() => {
    if (shown.current === at) return
    shown.current = at
    top.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'start' })
  }, [at])

  if (!own) return children
  const go = (screen: number) => change({ screen })
  const drop = () => {
    forget()
    // Only the server knows whether there is anything left to do here.
    router.refresh()
  }
  const screen = screens[at - 1]
  return (
    <div ref={top} className="answer-sheet">
      {at === 0 && (
        <>
          {notice}
          {(isBegun(own) || !hasAnswered) && (
            <button
              type="button"
              className="button"
              onClick={() => go(own.sent ? screens.length + 1 : 1)}
            >
              {isBegun(own) ? words.resume : words.begin}
            </button>
          )}
          {isBegun(own) && <ForgetAnswers {...{ own, words }} forget={drop} />}
        </>
      )}
      {screen && (
        <>
          <progress
            aria-hidden
            className="meter"
            data-part={screen.part}
            max={screens.length + 1}
            value={at}
          />
          {screen.kind === 'statement' ? (
            <StatementChoice
              key={screen.id}
              {...{ screen, words }}
              level={own.answers[screen.id]}
              onChoose={(level) => change({ answers: { ...own.answers, [screen.id]: level } })}
            />
          ) : (
            <StepRemarks key={screen.slug} {...{ screen, words, own, change }} />
          )}
          <div className="answer-ways">
            <button type="button" className="button button-quiet" onClick={() => go(at - 1)}>
              {words.back}
            </button>
            <button type="button" className="button" onClick={() => go(at + 1)}>
              {screen.kind === 'statement' && own.answers[screen.id] === undefined
                ? words.skip
                : words.next}
            </button>
          </div>
        </>
      )}
      {at === screens.length + 1 && (
        <>
          <LastScreen {...{ own, screens, words, regionId, roundId, action, change, go }} />
          <ForgetAnswers {...{ own, words }} forget={drop} />
        </>
      )}
    </div>
  )
}
