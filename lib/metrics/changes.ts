import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { keeping, note } from '@/lib/metrics/keeping'
import { findFault, hasValue, listParts, type Breakdown } from '@/lib/metrics/rules'
import type { DropTarget, NoteMetric, SetTarget } from '@/lib/metrics/schema'
import { quarterOf } from '@/lib/metrics/series/rules'

/**
 * Writes the next version of what a region says of a quarter, as a draft or confirmed; those before
 * stay. Throws Denial: not-found, forbidden, conflict (somebody wrote meanwhile), faults of quarter,
 * value and parts.
 */
export function noteMetric(viewer: Viewer, input: NoteMetric) {
  const { regionId, metric, quarter, version, value, source, context, confirm } = input
  return keeping({ viewer, regionId }, async (db, record) => {
    if (quarter > quarterOf(dayIn(record.timeZone, new Date()))) {
      throw new Denial('invalid', 'quarter:notYet')
    }
    const breakdown = pickParts(input)
    if (hasValue(metric) ? value === null : Object.keys(breakdown).length === 0) {
      throw new Denial('invalid', hasValue(metric) ? 'value:required' : 'events:required')
    }
    const fault = findFault(metric, value, breakdown)
    if (fault) throw new Denial('invalid', `${fault.part}:${fault.fault}`)
    const where = { regionId, metric, quarter }
    const latest = await db.metricEntry.findFirst({ where, orderBy: { version: 'desc' } })
    if ((latest?.version ?? 0) !== version) throw new Denial('conflict')
    const status = confirm ? 'confirmed' : 'draft'
    await db.metricEntry.createMany({
      data: [
        {
          ...{ ...where, id: uuid(), version: version + 1, breakdown, source, context, status },
          ...{ value: hasValue(metric) ? value : null, authorId: viewer.userId },
        },
      ],
    })
    await note(db, viewer, regionId, {
      kind: confirm ? 'metric.confirmed' : 'metric.drafted',
      subject: metric,
      ...(latest && { before: { value: Number(latest.value ?? 0), quarter } }),
      after: { value: value ?? 0, quarter },
    })
    return { slug: record.slug }
  })
}

/** Sets a target. Throws Denial: not-found, forbidden, faults of baseline. */
export function setTarget(viewer: Viewer, input: SetTarget) {
  const { regionId, metric, value, dueOn, baseline, baselineOn, source } = input
  return keeping({ viewer, regionId }, async (db) => {
    if (value === null) throw new Denial('invalid', 'value:required')
    if (baseline !== null && baseline >= value) throw new Denial('invalid', 'baseline:baseline')
    await db.metricTarget.createMany({
      data: [
        {
          ...{ regionId, id: uuid(), metric, value, baseline, source },
          ...{ dueOn: fromDay(dueOn), baselineOn: fromDay(baselineOn) },
        },
      ],
    })
    await note(db, viewer, regionId, { kind: 'target.set', subject: metric, after: { value } })
  })
}

/** Takes a target off. Throws Denial: not-found, forbidden. */
export function dropTarget(viewer: Viewer, { regionId, id }: DropTarget) {
  return keeping({ viewer, regionId }, async (db) => {
    const found = await db.metricTarget.findFirst({ where: { regionId, id } })
    if (!found) throw new Denial('not-found')
    await db.metricTarget.deleteMany({ where: { regionId, id } })
    const before = { value: Number(found.value) }
    await note(db, viewer, regionId, { kind: 'target.dropped', subject: found.metric, before })
  })
}

function pickParts(input: NoteMetric): Breakdown {
  return Object.fromEntries(
    listParts(input.metric).flatMap((part) => {
      const value = input[part]
      return typeof value === 'number' ? [[part, value]] : []
    }),
  )
}
