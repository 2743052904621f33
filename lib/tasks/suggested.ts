import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { addDays, dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { noteTasks } from '@/lib/tasks/keep'
import { tellAsked } from '@/lib/tasks/tell'
import type { TakeSuggested } from '@/lib/tasks/schema'

const ENGAGED = ['engaged', 'committed']

/**
 * Takes a suggested task of the guidebook over: its day counts in weeks from the step's planned
 * start, if that is to come, else from today; every engaged or committed partner is asked where it
 * is for each of them. Throws Denial: not-found, forbidden, conflict (taken already).
 */
export function takeSuggested(viewer: Viewer, { regionId, suggestion }: TakeSuggested) {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: regionId })
      if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
      const guide = await getRegionGuide(db, record, viewer.locale ?? 'en')
      const step = guide.steps.find(({ tasks }) => tasks.some(({ id }) => id === suggestion))
      const wanted = step?.tasks.find(({ id }) => id === suggestion)
      if (!step || !wanted) throw new Denial('not-found')
      const taken = { regionId, source: suggestion, archivedAt: null }
      if ((await db.task.count({ where: taken })) > 0) throw new Denial('conflict', 'taskTaken')
      const plan = await db.stepPlan.findUnique({
        where: { regionId_step: { regionId, step: step.slug } },
      })
      const today = dayIn(record.timeZone, new Date())
      const start = plan?.startsOn?.toISOString().slice(0, 10) ?? today
      const dueOn = addDays(start > today ? start : today, wanted.week * 7)
      const [entry = null] = wanted.supports
      const { title, assignee } = wanted
      const id = uuid()
      await db.task.createMany({
        data: [
          {
            ...{ regionId, id, title, step: step.slug, entry, dueOn: fromDay(dueOn) },
            ...{ ...askedOf(assignee), source: suggestion, createdById: viewer.userId },
          },
        ],
      })
      if (assignee === 'each-partner') {
        const engaged = await db.partner.findMany({
          where: { regionId, status: { in: ENGAGED }, archivedAt: null },
          select: { id: true },
        })
        const parts = engaged.map((partner) => ({ regionId, taskId: id, partnerId: partner.id }))
        if (parts.length > 0) await db.taskPartner.createMany({ data: parts })
        const asked = parts.map(({ partnerId }) => ({ partnerId, userId: null }))
        const told = { regionId, id, title, dueOn, assigneeId: null }
        await tellAsked(db, viewer, { ...told, forKind: 'partners', parts: asked })
      }
      const after = { title, dueOn }
      await noteTasks(db, viewer, [{ regionId, id, step: step.slug, kind: 'task.added', after }])
      return { id, slug: record.slug }
    },
    { lock: regionId },
  )
}

/** The guidebook's usual assignee in columns of the task. */
function askedOf(assignee: string) {
  if (assignee.startsWith('partner:')) return { forKind: 'sector', forSector: assignee.slice(8) }
  if (assignee === 'each-partner') return { forKind: 'partners' }
  return { forKind: assignee === 'any-partner' ? 'any-partner' : 'coordinator' }
}
