/** What was typed into a form and not saved, as it is kept on the device. */
export interface Draft {
  /** Milliseconds since 1970: when the last letter was typed. */
  at: number
  /** The version of the saved thing that the form showed; null for something new. */
  version: string | null
  /** What differs from what was saved, by the field's key. */
  fields: Record<string, string>
}

const PREFIX = 'lep-draft:'
const DAYS_KEPT = 14
const MOST_CHARACTERS = 20_000
const MOST_DRAFTS = 50

const SECRET = /pass(word|phrase)?|secret|token|otp|credential|\bcode\b|\bpin\b/i

/** Whether what is typed into a field of this name and type may be kept on a device. */
export function isKeepable({ name, type }: { name: string; type: string }): boolean {
  const unkept = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image']
  return name !== '' && !unkept.includes(type) && !SECRET.test(name)
}

/** Under which name the drafts of a person lie; nobody else's begin like this. */
export function draftsOf(userId: string): string {
  return `${PREFIX}${userId}:`
}

/** Under which name a form's draft lies: the person, the page, and what the form is about. */
export function draftKey(userId: string, path: string, form: string): string {
  return `${draftsOf(userId)}${path}#${form}`
}

/** A draft as it is stored; null when there is nothing to keep or more than fits. */
export function packDraft(draft: Draft): string | null {
  if (Object.keys(draft.fields).length === 0) return null
  const text = JSON.stringify(draft)
  return text.length > MOST_CHARACTERS ? null : text
}

/** The draft in a stored text; null when it is none, or older than 14 days. */
export function unpackDraft(text: string | null, now: number): Draft | null {
  const found = parse(text)
  if (!isDraft(found) || now - found.at > DAYS_KEPT * 86_400_000 || found.at > now) return null
  return found
}

/** What is stored under which names that need not be kept: too old, broken, beyond the newest 50. */
export function listStale(stored: [key: string, text: string][], now: number): string[] {
  const drafts = stored.filter(([key]) => key.startsWith(PREFIX))
  const ages = drafts.map(([key, text]) => ({ key, at: unpackDraft(text, now)?.at ?? 0 }))
  ages.sort((one, other) => other.at - one.at)
  return ages.filter(({ at }, place) => at === 0 || place >= MOST_DRAFTS).map(({ key }) => key)
}

/** What differs between two sets of values, as the second has it. */
export function differing(
  before: Record<string, string>,
  now: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => before[key] !== value))
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function isDraft(found: unknown): found is Draft {
  if (typeof found !== 'object' || found === null) return false
  const { at, version, fields } = found as Partial<Record<keyof Draft, unknown>>
  if (typeof at !== 'number' || (version !== null && typeof version !== 'string')) return false
  if (typeof fields !== 'object' || fields === null) return false
  return Object.values(fields).every((value) => typeof value === 'string')
}
