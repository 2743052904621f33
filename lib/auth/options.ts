import type { AuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { adapter } from '@/lib/auth/adapter'
import { safePath } from '@/lib/auth/paths/rules'
import {
  SESSION_COOKIE,
  SESSION_DAYS,
  sessionCookieOptions,
  createSecret,
} from '@/lib/auth/session'
import { LINK_MINUTES } from '@/lib/auth/rules'
import { asSignIn } from '@/lib/db/as-sign-in'
import { env, hasOidc } from '@/lib/env'
import { getLocale } from '@/lib/i18n/server'
import { findInvited } from '@/lib/people/accept'

interface OidcProfile {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
}

const oidc = (): OAuthConfig<OidcProfile> => ({
  id: 'oidc',
  name: env.OIDC_NAME,
  type: 'oauth',
  wellKnown: `${env.OIDC_ISSUER?.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId: env.OIDC_CLIENT_ID ?? '',
  clientSecret: env.OIDC_CLIENT_SECRET ?? '',
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  // Safe here: the signIn callback lets only addresses pass that the provider has verified.
  allowDangerousEmailAccountLinking: true,
  profile: (profile) => ({ id: profile.sub, email: profile.email ?? '', name: profile.name ?? '' }),
})

export const authOptions: AuthOptions = {
  adapter,
  secret: env.NEXTAUTH_SECRET,
  session: {
    strategy: 'database',
    maxAge: SESSION_DAYS * 24 * 3600,
    generateSessionToken: createSecret,
  },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions } },
  pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/sent' },
  providers: [
    {
      id: 'email',
      type: 'email',
      name: 'Email',
      maxAge: LINK_MINUTES * 60,
      from: env.MAIL_FROM,
      server: '',
      options: {},
      // Links are issued and mailed by lib/auth/links.ts, which answers alike for every address.
      sendVerificationRequest: async () => undefined,
    },
    ...(hasOidc ? [oidc()] : []),
  ],
  callbacks: {
    signIn: ({ user, account, profile }) => mayEnter(user.email, account?.type, profile),
    redirect: async ({ url, baseUrl }) =>
      baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
  },
  events: {
    // Mails speak from the first day as the pages did when the person came.
    createUser: async ({ user }) => {
      const locale = await getLocale()
      await asSignIn((db) => db.user.updateMany({ where: { id: user.id }, data: { locale } }))
    },
  },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
}

/** Invited and not disabled; from an outside provider only with an address it has verified. */
async function mayEnter(email: string | null | undefined, kind?: string, profile?: unknown) {
  if (!email) return false
  if (kind === 'oauth' && !(profile as OidcProfile | undefined)?.email_verified) return false
  return asSignIn(async (db) => {
    const person = await db.user.findUnique({ where: { email: email.toLowerCase() } })
    return person ? !person.disabledAt : (await findInvited(db, email.toLowerCase())) !== null
  })
}
