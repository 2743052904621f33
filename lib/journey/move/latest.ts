import type { Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import { getGuide } from '@/lib/guidebook/data'
import type { Guide } from '@/lib/guidebook/rules'
import { diffSteps, type StepDiff } from '@/lib/journey/move/rules'

/** How long a region is reminded of what another edition has brought. */
const DAYS = 60

/** The latest move and the newest edition, for whoever reads the region `r` anyway. */
export const moveColumn = sql`, (select json_build_object('newest', (select max(number) from editions),
  'moved', (select json_build_object('at', a.at, 'from', (a.before->>'edition')::int)
    from activities a where a.region_id = r.id and a.subject = 'edition' and a.kind = 'region.moved'
      and a.at > now() - make_interval(days => ${DAYS}::int) order by a.id desc limit 1))) standing`

export interface MoveColumn {
  standing: { newest: number; moved: { at: string; from: number } | null }
}

/** What a region's present edition has brought to it lately, step by step; null without a move. */
export async function readLatestMove(
  db: Db,
  { standing, timeZone }: MoveColumn & { timeZone: string },
  guide: Guide,
  locale: string,
) {
  const { moved } = standing
  if (!moved) return null
  const from = await getGuide(moved.from, locale, db)
  const steps = guide.steps.flatMap((step): (StepDiff & { number: number; slug: string })[] => {
    const old = from.steps.find(({ slug }) => slug === step.slug)
    return old ? [{ number: step.number, slug: step.slug, ...diffSteps(old, step) }] : []
  })
  return { from: moved.from, on: dayIn(timeZone, new Date(moved.at)), steps }
}
