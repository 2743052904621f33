import { openSession } from '@/lib/auth/adapter'
import { createSecret, SESSION_DAYS } from '@/lib/auth/session'
import { asSignIn } from '@/lib/db/as-sign-in'
import { hasPersonas } from '@/lib/env'
import { Denial } from '@/lib/errors'
import { PERSONAS, type PersonaKey } from '@/lib/people/personas'

/** Opens a session as a person of the sample programme; exists only where personas do. */
export async function enterAsPersona(key: PersonaKey): Promise<{ secret: string; expires: Date }> {
  if (!hasPersonas) throw new Denial('not-found')
  const secret = createSecret()
  const expires = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  await asSignIn(async (db) => {
    const person = await db.user.findFirst({ where: { email: PERSONAS[key].email, sample: true } })
    if (!person) throw new Denial('not-found')
    await openSession(db, { secret, userId: person.id, expires })
  })
  return { secret, expires }
}
