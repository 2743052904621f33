import { redirect, unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import { requireViewer } from '@/lib/auth/current'
import { withRequestKey } from '@/lib/auth/request-key'
import type { Viewer } from '@/lib/auth/rules'
import { Denial } from '@/lib/errors'
import { composeConflict } from '@/lib/forms/conflict'
import type { FormState } from '@/lib/forms/state'
import { getTranslations } from '@/lib/i18n/server'
import type { Translator } from '@/lib/i18n/voice'

/**
 * What a change answers: a message key below `forms.saved`, with what is shown this once only; a
 * place to go to; why nothing was done; or something to look at first. The last two are in the
 * reader's language already.
 */
export type Outcome = { saved: string; given?: string } | { goTo: string } | Refused | Shown | void
type Refused = { refused: string; lines: string[] }
type Shown = { shown: unknown; message: string }

const envelope = z.object({ requestKey: z.uuid().optional() })

/**
 * Makes a server action of a change: requires the viewer, parses strictly, runs once per request
 * key, and turns expected refusals into something the form can show. Everything else is a bug and
 * is thrown on.
 */
export function formAction<S extends z.ZodObject>(
  schema: S,
  change: (viewer: Viewer, input: z.output<S>) => Promise<Outcome>,
) {
  return publicFormAction(schema, async (input, requestKey) => {
    const viewer = await requireViewer()
    return change(withRequestKey(viewer, requestKey), input)
  })
}

/** The same for people who are not signed in. */
export function publicFormAction<S extends z.ZodObject>(
  schema: S,
  change: (input: z.output<S>, requestKey?: string) => Promise<Outcome>,
) {
  return async function act(previous: FormState, data: FormData): Promise<FormState> {
    const t = await getTranslations('forms')
    const attempt = (Number(previous?.attempt) || 0) + 1
    // A stranger may send anything in a form's place: no schema lets it pass under this name.
    const fields = data instanceof FormData ? readFields(data) : { form: data }
    const typed = keepTyped(fields)
    const { requestKey, ...wanted } = fields
    const sent = envelope.safeParse({ requestKey })
    const parsed = z.strictObject(schema.shape).safeParse(wanted)
    if (!parsed.success || !sent.success) {
      const faults = parsed.success
        ? {}
        : faultsOf(parsed.error, (key) => sentence(t, 'faults', key))
      return { status: 'refused', attempt, message: t('checkFields'), faults, typed }
    }
    try {
      const outcome = await change(parsed.data as z.output<S>, sent.data.requestKey)
      if (outcome && 'goTo' in outcome) redirect(outcome.goTo)
      if (outcome && 'shown' in outcome) return { status: 'shown', attempt, ...outcome }
      if (outcome && 'refused' in outcome) {
        const { refused: message, lines } = outcome
        return { status: 'refused', attempt, message, lines, typed }
      }
      const message = sentence(t, 'saved', outcome?.saved ?? 'done')
      return { status: 'saved', attempt, message, ...(outcome?.given && { given: outcome.given }) }
    } catch (error) {
      unstable_rethrow(error)
      if (!(error instanceof Denial)) throw error
      if (error.code === 'repeated') {
        return { status: 'saved', attempt, message: t('saved.done') }
      }
      // Only a form about one thing can be sent again over that thing's version.
      if (error.saved && 'version' in schema.shape) {
        const conflict = await composeConflict(error.saved, typed, schema.shape)
        return { status: 'refused', attempt, typed, conflict }
      }
      const [field = '', fault] = error.detail?.split(':') ?? []
      if (fault) {
        const faults = { [field]: sentence(t, 'faults', fault) }
        return { status: 'refused', attempt, message: t('checkFields'), faults, typed }
      }
      const message = sentence(t, 'denied', error.detail ?? error.code)
      return { status: 'refused', attempt, message, typed }
    }
  }
}

/** The message of a key that code has put together; a key without one gets the group's plainest. */
function sentence(
  t: Translator<'forms'>,
  group: 'saved' | 'denied' | 'faults',
  key: string,
): string {
  const plain = { saved: 'saved.done', denied: 'denied.invalid', faults: 'faults.invalid' } as const
  const wanted = `${group}.${key}` as (typeof plain)[typeof group]
  return t(t.has(wanted) ? wanted : plain[group])
}

/**
 * Plain text fields only; what React adds for itself is left out, a doubled field becomes a list.
 * A field by the name of `__proto__` stays a field, so that it is refused like any other stranger.
 */
function readFields(data: FormData): Record<string, unknown> {
  const keys = [...new Set(data.keys())].filter((key) => !key.startsWith('$ACTION'))
  return Object.fromEntries(
    keys.map((key) => {
      const values = data.getAll(key)
      return [key, values.length > 1 ? values : values[0]]
    }),
  )
}

function keepTyped(fields: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(fields).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value]]
    const several = Array.isArray(value) && value.every((one) => typeof one === 'string')
    return several ? [[name, value.join('\n')]] : []
  })
  return Object.fromEntries(texts) as Record<string, string>
}

function faultsOf(error: z.ZodError, sentence: (key: string) => string): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path[0]
    if (typeof field === 'string') faults[field] ??= sentence(faultKey(issue))
  }
  return faults
}

/** Schemas may name a sentence of their own ("email"); else the kind of fault picks one. */
function faultKey(issue: z.core.$ZodIssue): string {
  if (/^[a-z][A-Za-z]+$/.test(issue.message)) return issue.message
  return issue.code === 'too_big' ? 'tooLong' : issue.code === 'too_small' ? 'required' : 'invalid'
}
