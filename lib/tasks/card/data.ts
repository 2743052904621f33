import type { TaskCard } from '@/lib/auth/task-link'
import { dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { getGuide } from '@/lib/guidebook/data'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegion } from '@/lib/regions/find'
import { readFiles, readPages } from '@/lib/tasks/files/data'
import { readThis } from '@/lib/tasks/keep'

/**
 * All that somebody who came by a mailed address is shown: the card, and nothing beyond it. Throws
 * Denial('not-found').
 */
export function getTaskCard({ viewer, regionId, taskId, partnerId }: TaskCard, locale: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    const task = await readThis(db, regionId, taskId)
    const own = await readOwnPartner(db, viewer, regionId)
    const files = await readFiles(db, regionId, taskId)
    const pages = await readPages(db, regionId, taskId)
    const guide = await getGuide(region.edition, locale)
    const step = guide.steps.find(({ slug }) => slug === task.step) ?? null
    const { entry } = task
    const serves = entry
      ? (findItem(guide, entry)?.item.label ??
        findMilestone(guide, entry)?.milestone.title ??
        (await db.ownEntry.findFirst({ where: { regionId, id: entry } }))?.title)
      : step?.title
    const { id, title, doneWhen, link, dueOn, state, doneOn, skipCheck } = task
    return {
      region: { name: region.name, slug: region.slug },
      person: viewer.name || viewer.email,
      organisation: own?.name ?? '',
      today: dayIn(region.timeZone, new Date()),
      task: { id, title, doneWhen, link, dueOn, state, doneOn, skipCheck },
      part: task.parts.find((one) => one.partnerId === partnerId) ?? null,
      step: step && { number: step.number, part: step.part },
      serves: serves ?? null,
      pages,
      files: files.filter((file) => file.partnerId === null || file.partnerId === partnerId),
    }
  })
}

export type CardView = Awaited<ReturnType<typeof getTaskCard>>
