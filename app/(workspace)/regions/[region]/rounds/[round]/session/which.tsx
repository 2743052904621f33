import type { FoundSession } from '@/lib/consensus/data'

/** Which session a form is about, and as of which state of it. */
export function Which({ found: { region, id, room } }: { found: FoundSession }) {
  return (
    <>
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={room.version} />
    </>
  )
}
