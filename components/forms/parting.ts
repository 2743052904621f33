import { useActionState, useEffect, useRef } from 'react'
import { IDLE, type FormState } from '@/lib/forms/state'
import { announce, openAnnouncer } from './announcer'
import { focusNear, isFocusLost, trailOf, type Trail } from './nearest-place'
import type { FormAction } from './sending'

/**
 * An action whose outcome may take its own form off the page: then the focus moves to what is
 * nearest, and the message is said all the same. `send` is the action with what the browser adds.
 */
export function usePartingAction(action: FormAction, send: FormAction, initial = IDLE) {
  const trail = useRef<Trail>([])
  const outcome = useRef<FormState>(null)

  const listen: FormAction = async (previous, data) => {
    const answer = await send(previous, data)
    outcome.current = answer
    return answer
  }
  // Only the action itself can be posted as plain HTML, so the server renders that.
  const used = typeof window === 'undefined' ? action : listen
  const [state, submit, pending] = useActionState(used, initial)

  useEffect(() => {
    // Still here after its outcome: if it goes later, that is for another reason.
    outcome.current = null
  }, [state])

  useEffect(() => {
    openAnnouncer()
    return () => {
      if (!outcome.current) return
      announce(outcome.current.message ?? '')
      if (isFocusLost()) focusNear(trail.current)
    }
  }, [])

  const leave = (form: Element) => {
    announce('')
    trail.current = trailOf(form)
  }
  return { state, submit, pending, leave }
}
