import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters'
import { hashSecret } from '@/lib/auth/session'
import { asSignIn } from '@/lib/db/as-sign-in'
import type { Db } from '@/lib/db/as-viewer'
import { acceptInvitations, findInvited } from '@/lib/people/accept'

interface Person {
  id: string
  email: string
  emailVerified: Date | null
  disabledAt: Date | null
}

function asAdapterUser(person: Person): AdapterUser {
  return { id: person.id, email: person.email, emailVerified: person.emailVerified }
}

/** next-auth's view of our tables. Secrets are stored as hashes; only invited people get a row. */
export const adapter: Adapter = {
  getUser: (id) =>
    asSignIn(async (db) => {
      const person = await db.user.findUnique({ where: { id } })
      return person && asAdapterUser(person)
    }),
  getUserByEmail: (email) =>
    asSignIn(async (db) => {
      const person = await db.user.findUnique({ where: { email: email.toLowerCase() } })
      return person && asAdapterUser(person)
    }),
  getUserByAccount: ({ provider, providerAccountId }) =>
    asSignIn(async (db) => {
      const account = await db.account.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
        include: { user: true },
      })
      return account && asAdapterUser(account.user)
    }),
  createUser: (profile: Omit<AdapterUser, 'id'>) =>
    asSignIn(async (db) => {
      const email = profile.email.toLowerCase()
      const invited = await findInvited(db, email)
      if (!invited) throw new Error('not invited')
      const person = await db.user.create({
        data: { email, name: profile.name ?? invited.name, emailVerified: new Date() },
      })
      return asAdapterUser(person)
    }),
  updateUser: ({ id, emailVerified }) =>
    asSignIn(async (db) => {
      const person = await db.user.update({
        where: { id },
        data: emailVerified ? { emailVerified } : {},
      })
      return asAdapterUser(person)
    }),
  linkAccount: ({ provider, providerAccountId, userId }: AdapterAccount) =>
    asSignIn(async (db) => {
      await db.account.create({ data: { provider, providerAccountId, userId } })
    }),
  createSession: ({ sessionToken, userId, expires }) =>
    asSignIn(async (db) => {
      await openSession(db, { secret: sessionToken, userId, expires })
      return { sessionToken, userId, expires }
    }),
  getSessionAndUser: (sessionToken) =>
    asSignIn(async (db) => {
      const session = await db.session.findUnique({
        where: { tokenHash: hashSecret(sessionToken) },
        include: { user: true },
      })
      if (!session) return null
      return {
        session: { sessionToken, userId: session.userId, expires: session.expires },
        user: asAdapterUser(session.user),
      }
    }),
  updateSession: async () => null,
  deleteSession: (sessionToken) =>
    asSignIn(async (db) => {
      await db.session.deleteMany({ where: { tokenHash: hashSecret(sessionToken) } })
    }),
  createVerificationToken: (link) =>
    asSignIn(async (db) => {
      await db.signInLink.create({
        data: { tokenHash: link.token, email: link.identifier, expires: link.expires },
      })
      return link
    }),
  // Deleting and reading in one statement: of fifty parallel redemptions one finds the row.
  useVerificationToken: ({ identifier, token }) =>
    asSignIn(async (db) => {
      const [link] = await db.$queryRaw<{ expires: Date }[]>`
        delete from sign_in_links where token_hash = ${token} and email = ${identifier.toLowerCase()}
        returning expires`
      return link ? { identifier, token, expires: link.expires } : null
    }),
}

/** Opens a session and takes up whatever the person was invited to meanwhile. */
export async function openSession(
  db: Db,
  { secret, userId, expires }: { secret: string; userId: string; expires: Date },
) {
  const person = await db.user.findUniqueOrThrow({ where: { id: userId } })
  if (person.disabledAt) throw new Error('disabled')
  await db.session.create({ data: { tokenHash: hashSecret(secret), userId, expires } })
  await db.user.update({ where: { id: userId }, data: { lastSeenAt: new Date() } })
  await acceptInvitations(db, person)
}
