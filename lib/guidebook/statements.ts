import { z } from 'zod'
import type { Db } from '@/lib/db/as-viewer'
import { readReference } from '@/lib/db/reference'

/** A statement with what each of its five levels means, in one language. */
export interface Statement {
  id: string
  step: string
  text: string
  core: boolean
  /** Changes with the wording: levels of different versions are not compared. */
  version: number
  /** In the order of the levels, 1 to 5. */
  anchors: string[]
}

const anchorsShape = z.array(z.string())
const translatedShape = z.object({ text: z.string().optional(), anchors: anchorsShape.optional() })

// Like the guide: an edition never changes meaning once loaded.
const loaded = new Map<string, Promise<Statement[]>>()

/**
 * The statements of an edition in the guidebook's order; those without a translation stay in
 * English. Inside a transaction give its `db`.
 */
export function getStatements(edition: number, locale: string, db?: Db): Promise<Statement[]> {
  const language = locale.slice(0, 2)
  const key = `${edition}/${language}`
  const known = loaded.get(key)
  if (known) return known
  const read = (through: Db) => readStatements(through, edition, language)
  const reading = db ? read(db) : readReference(read)
  loaded.set(key, reading)
  reading.catch(() => loaded.delete(key))
  return reading
}

async function readStatements(db: Db, edition: number, locale: string): Promise<Statement[]> {
  const rows = await db.guideStatement.findMany({ where: { edition }, orderBy: { order: 'asc' } })
  return rows.map(({ id, step, core, version, text, anchors, translations }) => {
    const all = z.record(z.string(), translatedShape).safeParse(translations).data ?? {}
    const own = all[locale]
    return {
      ...{ id, step, core, version, text: own?.text ?? text },
      anchors: anchorsShape.parse(own?.anchors ?? anchors),
    }
  })
}
