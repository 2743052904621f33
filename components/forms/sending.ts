import type { FormState } from '@/lib/forms/state'
import type { FormsContext } from './forms-provider'

/** What became of a form that was sent: an answer, or none because the way was closed. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

/** Stands for "keep what is saved": nothing is sent, and the form is as the server gives it. */
export const KEEP_SAVED: FormData = new FormData()

/**
 * The form once more as it stands now, with the button that sent it, over the version saved now.
 * Fields the person never touched take what somebody else saved there.
 */
export function asOver(
  form: HTMLFormElement,
  { typed = {}, conflict }: FormState,
  untouched: ReadonlySet<string>,
): FormData {
  const data = new FormData(form)
  for (const [name, value] of Object.entries(typed)) {
    const control = form.elements.namedItem(name)
    const isSender = control === null || control instanceof HTMLButtonElement
    if (isSender || isAllButtons(control)) data.set(name, value)
  }
  if (conflict) data.set('version', conflict.version)
  for (const { name, saved } of conflict?.rows ?? []) {
    if (!untouched.has(name)) continue
    if (saved === false) data.delete(name)
    else data.set(name, saved === true ? 'on' : saved)
  }
  return data
}

function isAllButtons(control: Element | RadioNodeList) {
  return (
    control instanceof RadioNodeList &&
    [...control].every((node) => node instanceof HTMLButtonElement)
  )
}

/**
 * Sends a form. Where no answer comes back, what was typed is given back with a word, instead of a
 * broken page. `leaving` is told that the change went through and leads to another page.
 */
export async function sendSafely(
  action: FormAction,
  { previous, data }: { previous: FormState; data: FormData },
  words: FormsContext['words'] | null,
  leaving: () => void,
): Promise<FormState> {
  try {
    return await action(previous, data)
  } catch (error) {
    const digest = digestOf(error)
    if (digest && leadsOn(digest)) leaving()
    // A digest is the server's word: a redirect, or a fault that it has logged.
    if (digest || !words) throw error
    return {
      status: 'refused',
      attempt: previous.attempt + 1,
      message: error instanceof TypeError ? words.offline : words.unanswered,
      unsent: true,
      typed: listTexts(data),
    }
  }
}

function digestOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null
  return typeof error.digest === 'string' ? error.digest : null
}

/** A redirect after a change; to the sign-in page it means that nothing was changed. */
function leadsOn(digest: string) {
  const [kind, , target = ''] = digest.split(';')
  return kind === 'NEXT_REDIRECT' && !target.startsWith('/sign-in')
}

function listTexts(data: FormData): Record<string, string> {
  const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts)
}
