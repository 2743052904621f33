'use server'

import { cookies } from 'next/headers'
import { clientAddress } from '@/lib/auth/client-address'
import { enterRoom, SEAT_COOKIE, seatCookieOptions } from '@/lib/consensus/guests'
import { enterRoomSchema } from '@/lib/consensus/schema'
import { publicFormAction } from '@/lib/forms/form-action'

/** Gives a phone a seat in the room, kept in a cookie of the sessions' pages alone. */
export const join = publicFormAction(enterRoomSchema, async (input, requestKey) => {
  const client = await clientAddress()
  const sent = { client, requestKey: requestKey ?? crypto.randomUUID() }
  const { code, secret } = await enterRoom(input, sent)
  const jar = await cookies()
  jar.set(SEAT_COOKIE, secret, seatCookieOptions)
  return { goTo: `/session/${code}` }
})
