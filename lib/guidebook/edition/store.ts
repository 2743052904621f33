import type { Db } from '@/lib/db/as-viewer'
import { listGuideRows } from '@/lib/guidebook/edition/rows'
import { type Bundle, bundleSchema, type Edition } from '@/lib/guidebook/edition/schema'
import { composeWording } from '@/lib/guidebook/edition/wording'
import { Denial } from '@/lib/errors'

/** An edition's file, whole and in its usual order. Throws Denial('not-found') for none. */
export async function readSource(db: Db, number: number): Promise<Bundle> {
  const edition = await db.edition.findUnique({ where: { number }, select: { source: true } })
  if (!edition?.source) throw new Error(`Edition ${number} has no file`)
  return bundleSchema.parse(edition.source)
}

/** Writes a new edition with all its content, in two statements of the change's transaction. */
export async function storeEdition(db: Db, edition: Edition, file: Bundle): Promise<void> {
  const { number, digest, content } = edition
  const { title, modelVersion } = content.meta
  const added = await db.$executeRaw`
    insert into editions (number, title, model, digest, wording, source, loaded_at)
    values (${number}, ${title}, ${modelVersion}, ${digest},
      ${JSON.stringify(composeWording(edition))}::jsonb, ${JSON.stringify(file)}::jsonb, now())
    on conflict do nothing`
  if (added === 0) throw new Denial('conflict')
  await db.$executeRaw`
    with given as (select ${JSON.stringify(listGuideRows(edition))}::jsonb as rows),
    parts as (insert into guide_parts
      select * from jsonb_populate_recordset(null::guide_parts, (select rows->'guide_parts' from given))),
    steps as (insert into guide_steps
      select * from jsonb_populate_recordset(null::guide_steps, (select rows->'guide_steps' from given))),
    tips as (insert into guide_tips
      select * from jsonb_populate_recordset(null::guide_tips, (select rows->'guide_tips' from given))),
    items as (insert into guide_items
      select * from jsonb_populate_recordset(null::guide_items, (select rows->'guide_items' from given))),
    milestones as (insert into guide_milestones
      select * from jsonb_populate_recordset(null::guide_milestones,
        (select rows->'guide_milestones' from given))),
    statements as (insert into guide_statements
      select * from jsonb_populate_recordset(null::guide_statements,
        (select rows->'guide_statements' from given))),
    tasks as (insert into guide_tasks
      select * from jsonb_populate_recordset(null::guide_tasks, (select rows->'guide_tasks' from given))),
    tools as (insert into guide_tools
      select * from jsonb_populate_recordset(null::guide_tools, (select rows->'guide_tools' from given)))
    insert into guide_metrics
      select * from jsonb_populate_recordset(null::guide_metrics,
        (select rows->'guide_metrics' from given))`
}
