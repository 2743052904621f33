import type { RoundFound } from '@/lib/assessment/data'

/** Which round a form is about, in the version that was seen. */
export function Which({ found: { region, round } }: { found: RoundFound }) {
  return (
    <>
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="id" value={round.id} />
      <input type="hidden" name="version" value={round.version} />
    </>
  )
}
