import type { projectRegion } from '../lib/journey/projection/rules'
import type { Row } from './as-owner'

/** A projection under the names its columns have in the database. */
export function projectionRows({ steps, summary }: ReturnType<typeof projectRegion>): {
  step_records: Row[]
  region_summaries: Row[]
} {
  const { regionId, nameKey, territoryType, startedOn, reachedStep, ...rest } = summary
  const { lastEntryOn, asOf, ...same } = rest
  return {
    step_records: steps.map((record) => ({
      region_id: record.regionId,
      step: record.step,
      state: record.state,
      progress: record.progress,
      reached_since: record.reachedSince,
      confirmed_since: record.confirmedSince,
    })),
    region_summaries: [
      {
        region_id: regionId,
        name_key: nameKey,
        territory_type: territoryType,
        started_on: startedOn,
        reached_step: reachedStep,
        last_entry_on: lastEntryOn,
        as_of: asOf,
        ...same,
      },
    ],
  }
}
