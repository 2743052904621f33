import type { z } from 'zod'
import { findFaults } from './check'
import type { EditionFault, FaultKind } from './rules'
import { type Bundle, bundleSchema } from './schema'

/** The most an edition's file may hold, in bytes. */
export const MOST_BYTES = 2 * 1024 * 1024

type Parsed = { bundle: Bundle; faults: [] } | { bundle: null; faults: EditionFault[] }

/**
 * Reads an edition from the text of one file. Gives every fault of it, by its path: first those of
 * its shape, and once that is right those of what does not fit together.
 */
export function parseBundle(text: string): Parsed {
  const json = readJson(text)
  if (json === undefined) return refused([{ path: '', fault: 'notJson' }])
  const parsed = bundleSchema.safeParse(json, { reportInput: true })
  if (!parsed.success) return refused(parsed.error.issues.flatMap((issue) => shapeFaults(issue)))
  const unknown = findUnknown(json, parsed.data, '')
  if (unknown.length > 0) return refused(unknown)
  const faults = findFaults(parsed.data).map((fault) => ({
    ...fault,
    path: fault.path.startsWith('german.') ? fault.path : `content.${fault.path}`,
  }))
  return faults.length > 0 ? refused(faults) : { bundle: parsed.data, faults: [] }
}

function refused(faults: EditionFault[]): Parsed {
  return { bundle: null, faults }
}

function readJson(text: string): unknown {
  try {
    // Files from some editors begin with a mark that says how they are written.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

/** One fault of the file's shape; of several possible shapes the first says what is wrong. */
function shapeFaults(issue: z.core.$ZodIssue): EditionFault[] {
  const path = sayPath(issue.path)
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return [{ path, fault: issue.input === undefined ? 'missing' : 'choice' }]
  }
  const wanted = wantedOf(issue)
  return [{ path, fault: kindOf(issue), ...(wanted !== null && { wanted }) }]
}

function kindOf(issue: z.core.$ZodIssue): FaultKind {
  const isText = 'origin' in issue && issue.origin === 'string'
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'kind'
    case 'too_small':
      return isText ? 'empty' : 'tooFew'
    case 'too_big':
      return isText ? 'tooLong' : 'tooMany'
    case 'invalid_format':
      return issue.message === 'control' ? 'control' : 'format'
    case 'unrecognized_keys':
    case 'invalid_key':
      return 'unknown'
    default:
      return 'choice'
  }
}

function wantedOf(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ')
  if (issue.code === 'too_small') return String(issue.minimum)
  return issue.code === 'too_big' ? String(issue.maximum) : null
}

/** 'steps[2].checklist[0].label' for the steps that lead there. */
function sayPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

/** Names in the file that mean nothing: what reading has left out. */
function findUnknown(given: unknown, read: unknown, path: string): EditionFault[] {
  if (typeof given !== 'object' || given === null) return []
  if (typeof read !== 'object' || read === null) return []
  return Object.entries(given).flatMap(([key, value]: [string, unknown]): EditionFault[] => {
    const place = Array.isArray(given) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    if (!Object.hasOwn(read, key)) return [{ path: place, fault: 'unknown' }]
    return findUnknown(value, (read as Record<string, unknown>)[key], place)
  })
}
