import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegionGuide, type RegionRecord } from '@/lib/journey/record'
import { canProposeTasks } from '@/lib/tasks/access/rules'
import { findAsked } from '@/lib/tasks/asked'
import { noteTasks, placeOf } from '@/lib/tasks/keep'
import type { AddTask, ProposeTask } from '@/lib/tasks/schema'
import { tellAsked, tellCoordinators } from '@/lib/tasks/tell'

/**
 * Keeps a coordinator's new task, notes it and tells those asked; what it returns is its id. Throws
 * Denial: faults of serves, partners, person.
 */
export async function giveTask(
  db: Db,
  viewer: Viewer,
  record: RegionRecord,
  input: Omit<AddTask, 'regionId'>,
): Promise<string> {
  const regionId = record.id
  const place = placeOf(await getRegionGuide(db, record, 'en'), input.serves)
  const asked = await findAsked(db, regionId, input)
  const id = uuid()
  const { title, doneWhen, link, dueOn, skipCheck, repeatMonths } = input
  const { parts, ...whom } = asked
  const content = { title, doneWhen, link, skipCheck, repeatMonths, ...place, ...whom }
  await db.task.createMany({
    data: [
      { regionId, id, ...content, dueOn: dueOn && fromDay(dueOn), createdById: viewer.userId },
    ],
  })
  const rows = parts.map((part) => ({ regionId, taskId: id, ...part }))
  if (rows.length > 0) await db.taskPartner.createMany({ data: rows })
  const after = { title, dueOn, partners: rows.length }
  await noteTasks(db, viewer, [{ regionId, id, step: place.step, kind: 'task.added', after }])
  await tellAsked(db, viewer, { regionId, id, title, dueOn, ...whom, parts })
  return id
}

/**
 * Keeps what a partner proposes for their organisation, notes it and tells the coordinators; what
 * it returns is its id. Throws Denial: forbidden, a fault of serves.
 */
export async function putForward(
  db: Db,
  viewer: Viewer,
  record: RegionRecord,
  { serves, dueOn, ...content }: Omit<ProposeTask, 'regionId'>,
): Promise<string> {
  const regionId = record.id
  const own = await readOwnPartner(db, viewer, regionId)
  if (!own || !canProposeTasks(viewer, regionId)) throw new Denial('forbidden')
  const place = placeOf(await getRegionGuide(db, record, 'en'), serves)
  const id = uuid()
  await db.task.createMany({
    data: [
      {
        ...{ regionId, id, ...content, ...place, dueOn: dueOn && fromDay(dueOn) },
        ...{ forKind: 'partners', state: 'proposed', createdById: viewer.userId },
        proposedByPartnerId: own.id,
      },
    ],
  })
  await db.taskPartner.createMany({ data: [{ regionId, taskId: id, partnerId: own.id }] })
  const after = { title: content.title, state: 'proposed' }
  await noteTasks(db, viewer, [{ regionId, id, step: place.step, kind: 'task.proposed', after }])
  const facts = { title: content.title, ...(dueOn && { dueOn }) }
  await tellCoordinators(db, viewer, { regionId, id, kind: 'task.proposed', facts })
  return id
}
