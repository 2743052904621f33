import { z } from 'zod'
import type { Db } from '@/lib/db/as-viewer'
import { readReference } from '@/lib/db/reference'
import { METRICS, type Metric } from '@/lib/metrics/rules'

/** A metric in the guidebook's words, in one language. */
export interface MetricWords {
  id: Metric
  label: string
  unit: string
  core: boolean
  definition: string
  notCounted: string
}

const details = z.object({ notCounted: z.string().default('') })
const translated = z.object({
  ...{ label: z.string().optional(), unit: z.string().optional() },
  ...{ definition: z.string().optional(), notCounted: z.string().optional() },
})

/** The metrics of an edition, the core ones first; what is not translated stays in English. */
export async function getMetricWords(
  edition: number,
  locale: string,
  db?: Db,
): Promise<MetricWords[]> {
  const read = (through: Db) =>
    through.guideMetric.findMany({ where: { edition }, orderBy: { order: 'asc' } })
  const rows = await (db ? read(db) : readReference(read))
  return rows.flatMap((row) => {
    const id = METRICS.find((known) => known === row.id)
    if (!id) return []
    const all = z.record(z.string(), translated).safeParse(row.translations).data ?? {}
    const own = all[locale.slice(0, 2)] ?? {}
    const { label, unit, definition, core } = row
    const { notCounted } = details.parse(row.details)
    return [{ id, core, ...{ label, unit, definition, notCounted }, ...own }]
  })
}
