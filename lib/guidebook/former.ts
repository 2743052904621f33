import type { Db } from '@/lib/db/as-viewer'
import { findItem, findMilestone, type FormerEntry, type Guide } from '@/lib/guidebook/rules'

// As the guidebook names them; what a region adds itself is called 'own-…'.
const GUIDEBOOKS = /^[a-z-]+\.(checklist|upkeep|milestones)\.(?!own-)/

/**
 * The guide with the words of items and milestones that it has no longer, as the latest edition
 * that has them says them. Asks the database only if `ids` hold such a one.
 */
export async function withFormer(
  db: Db,
  guide: Guide,
  ids: readonly string[],
  locale: string,
): Promise<Guide> {
  const gone = [...new Set(ids)].filter(
    (id) => GUIDEBOOKS.test(id) && !findItem(guide, id) && !findMilestone(guide, id),
  )
  if (gone.length === 0) return guide
  const language = locale.slice(0, 2)
  const former = await db.$queryRaw<FormerEntry[]>`
    select distinct on (id) * from (
      select id, step, 'item' as kind, edition,
        coalesce(translations->${language}->>'label', label) as words,
        coalesce(translations->${language}->>'doneWhen', done_when) as "doneWhen"
      from guide_items where id = any (${gone})
      union all
      select id, step, 'milestone', edition, coalesce(translations->${language}->>'title', title),
        coalesce(translations->${language}->>'reachedWhen', reached_when)
      from guide_milestones where id = any (${gone})) known
    order by id, edition desc`
  return { ...guide, former }
}
