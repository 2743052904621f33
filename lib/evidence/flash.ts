import { cookies } from 'next/headers'
import type { NextResponse } from 'next/server'
import { z } from 'zod'
import { isSecure } from '@/lib/env'
import type { FormState } from '@/lib/forms/state'

const NAME = 'lep-evidence'

const texts = z.record(z.string().max(40), z.string().max(400))

const kept = z.object({
  entry: z.string().max(200),
  replaces: z.string().max(40).nullable(),
  state: z.object({
    status: z.enum(['saved', 'refused']),
    attempt: z.number().int(),
    message: z.string().max(400).optional(),
    faults: texts.optional(),
    typed: texts.optional(),
  }),
})

/** What became of a file sent without scripts; `replaces` tells the page's upload forms apart. */
export interface Flash {
  entry: string
  replaces: string | null
  state: FormState
}

/** Takes an outcome along to the page that is shown next, for a few seconds. */
export function setFlash(response: NextResponse, place: string, { state, ...form }: Flash): void {
  const typed = Object.entries(state.typed ?? {}).filter(([name]) => name !== 'requestKey')
  const short = {
    ...{ status: state.status, attempt: state.attempt, message: state.message },
    faults: state.faults,
    typed: Object.fromEntries(typed.map(([name, text]) => [name, text.slice(0, 200)])),
  }
  const value = Buffer.from(JSON.stringify({ ...form, state: short })).toString('base64url')
  response.cookies.set(NAME, value, {
    ...{ path: place, maxAge: 20, httpOnly: true, sameSite: 'strict', secure: isSecure },
  })
}

/** The outcome that belongs to an item, milestone or task, or any; anything odd is none. */
export async function readFlash(entry?: string): Promise<Flash | null> {
  const value = (await cookies()).get(NAME)?.value
  if (!value) return null
  try {
    const found = kept.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')))
    return found.success && (!entry || found.data.entry === entry) ? found.data : null
  } catch {
    return null
  }
}
