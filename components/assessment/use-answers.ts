import { useSyncExternalStore } from 'react'
import {
  answersKey,
  forgetAnswers,
  freshAnswers,
  keepAnswers,
  type OwnAnswers,
  readAnswers,
} from './own-answers'

// What this page knows of each round, beside what the device keeps.
const known = new Map<string, OwnAnswers>()
const watchers = new Set<() => void>()

/**
 * One person's answers to one round, kept on their device with every change. Null on the server,
 * which knows none.
 */
export function useAnswers(userId: string, roundId: string) {
  const key = answersKey(userId, roundId)
  const own = useSyncExternalStore(
    watch,
    () => look(key),
    () => null,
  )
  const put = (answers: OwnAnswers) => {
    known.set(key, answers)
    for (const tell of watchers) tell()
  }
  const change = (more: Partial<OwnAnswers>) => {
    const isSaid = 'answers' in more || 'lookBack' in more || 'comments' in more
    const after = { ...look(key), ...(isSaid && { changed: true }), ...more }
    keepAnswers(key, after)
    put(after)
  }
  const forget = () => {
    forgetAnswers(key)
    put(freshAnswers())
  }
  return { own, change, forget }
}

function look(key: string): OwnAnswers {
  const answers = known.get(key) ?? readAnswers(key) ?? freshAnswers()
  known.set(key, answers)
  return answers
}

function watch(tell: () => void) {
  // The same sheet may be open beside this one: what is said there is not said over.
  const hear = ({ key }: StorageEvent) => {
    if (key === null) known.clear()
    else known.delete(key)
    tell()
  }
  watchers.add(tell)
  window.addEventListener('storage', hear)
  return () => {
    watchers.delete(tell)
    window.removeEventListener('storage', hear)
  }
}
