import { v7 as uuid } from 'uuid'
import type { Db } from '@/lib/db/as-viewer'

/**
 * Seats those of some invitations who already have an account: they proved their address long ago,
 * and need not sign in anew. Gives how many are members from now on.
 */
export async function seatInvited(db: Db, regionId: string, ids: string[]): Promise<number> {
  const seats = JSON.stringify(ids.map((id) => ({ id, seat: uuid(), entry: uuid() })))
  const [answer] = await db.$queryRaw<{ joined: number }[]>`
    select count(seat_invited(${regionId}::uuid, i.id, i.seat, i.entry))::int joined
    from jsonb_to_recordset(${seats}::jsonb) i (id uuid, seat uuid, entry uuid)`
  return answer?.joined ?? 0
}
