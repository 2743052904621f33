import { createHash } from 'node:crypto'
import type { Bundle } from './schema'

/** SHA-256 of what an edition says, in whatever order its file or the database holds it. */
export function digestOf(bundle: Bundle): string {
  return createHash('sha256').update(JSON.stringify(bundle, sortKeys)).digest('hex')
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
