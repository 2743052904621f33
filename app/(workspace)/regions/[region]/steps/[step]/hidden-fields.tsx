import type { GuideItem } from '@/lib/guidebook/rules'
import type { Owner } from '@/lib/journey/access/rules'
import type { RegionJourney } from '@/lib/journey/data'
import type { TickRow } from '@/lib/journey/record'

/** An item as its region has it, and what the reader may do with it. */
export interface ItemProps {
  item: GuideItem
  tick: TickRow | null
  owner: Owner
  upkeep: boolean
  /** ISO day on which the upkeep of a reached step is due next. */
  upkeepDueOn: string | null
  found: RegionJourney
  mayTick: boolean
  mayPlan: boolean
  mayWaive: boolean
}

/** Which item of which region a form is about, and the version it was made from. */
export function HiddenFields({ found, item, tick }: Pick<ItemProps, 'found' | 'item' | 'tick'>) {
  return (
    <>
      <input type="hidden" name="regionId" value={found.region.id} />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="version" value={tick?.version ?? 0} />
    </>
  )
}
