import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { findFaults, sayFault } from '../../lib/guidebook/edition/check'
import {
  type Edition as StoredEdition,
  editionSchema,
  germanSchema,
} from '../../lib/guidebook/edition/schema'

/** An edition as the product brings it along, with the guidebook's demonstrator regions. */
export type Edition = StoredEdition & { content: z.output<typeof editionSchema> }

/** Reads an edition's two files. Throws when their shape is wrong or they do not fit together. */
export async function readEdition(number = 1): Promise<Edition> {
  const folder = new URL(`../editions/${number}/`, import.meta.url)
  const [journey, de] = await Promise.all(
    ['journey.json', 'de.json'].map((name) => readFile(new URL(name, folder), 'utf8')),
  )
  if (journey === undefined || de === undefined) throw new Error('An edition has two files')
  return parseEdition(number, journey, de)
}

/** The edition in two JSON texts. Throws when their shape is wrong or they do not fit together. */
export function parseEdition(number: number, journey: string, de: string): Edition {
  const content = editionSchema.parse(JSON.parse(journey))
  const german = germanSchema.parse(JSON.parse(de))
  const faults = findFaults({ content, german })
  if (faults.length > 0) {
    throw new Error(`Edition ${number}: ${faults.map(sayFault).join('; ')}`)
  }
  const digest = createHash('sha256').update(journey).update('\0').update(de).digest('hex')
  return { number, content, german, digest }
}
