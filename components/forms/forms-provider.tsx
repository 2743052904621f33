'use client'

import { createContext, type ReactNode, useContext } from 'react'

type Forms = typeof import('@/messages/en/forms.json')

/** Whose forms these are (or by which mailed address they are found), and the words that only the browser knows when to say. */
export interface FormsContext {
  userId: string
  words: Forms['kept']
  conflictWords: Pick<
    Forms['conflict'],
    'lede' | 'same' | 'theirs' | 'mine' | 'stays' | 'keep' | 'over' | 'seen' | 'kept'
  >
}

const Context = createContext<FormsContext | null>(null)

/** Lets every form below keep drafts for one person and speak when the server cannot. */
export function FormsProvider({ children, ...value }: FormsContext & { children: ReactNode }) {
  return <Context value={value}>{children}</Context>
}

/** Null where nobody is known whose drafts could be kept. */
export function useForms() {
  return useContext(Context)
}
