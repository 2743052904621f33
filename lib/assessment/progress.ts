import { shownGroups } from '@/lib/assessment/rules'
import type { Db } from '@/lib/db/as-viewer'

/** How many of those asked have answered so far, never who. */
export interface Progress {
  asked: number
  answered: number
  /** By sector, only where that gives nobody away. */
  sectors: { sector: string; asked: number; answered: number }[]
}

interface Count {
  sector: string | null
  asked: number
  answered: number
}

/** The numbers of an open round for its coordinator; for everybody else there are none. */
export async function readProgress(db: Db, regionId: string, id: string): Promise<Progress> {
  const counts = await db.$queryRaw<Count[]>`
    select sector, asked, answered from count_answers(${regionId}::uuid, ${id}::uuid)`
  const all = counts.find(({ sector }) => sector === null)
  const sectors = counts.flatMap(({ sector, ...rest }) => (sector ? [{ sector, ...rest }] : []))
  const shown = new Set(
    shownGroups(Object.fromEntries(sectors.map(({ sector, asked }) => [sector, asked]))),
  )
  return {
    asked: all?.asked ?? 0,
    answered: all?.answered ?? 0,
    sectors: sectors.filter(({ sector }) => shown.has(sector)),
  }
}
