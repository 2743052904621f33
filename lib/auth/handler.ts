import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/lib/auth/options'

type Context = { params: Promise<{ nextauth: string[] }> }

const respond = NextAuth(authOptions) as (
  request: NextRequest,
  context: Context,
) => Promise<Response>

// A mailed link is redeemed by pressing a button (POST); scanners that follow links only GET.
// A failure passes through the doors `error` and `signin` on its way to our own sign-in page.
const OPEN = new Set([
  ...['POST callback/email', 'GET callback/oidc', 'POST signin/oidc', 'GET csrf'],
  ...['GET error', 'GET signin'],
])

/** The few doors of next-auth that the product uses; the others do not exist. */
export async function handleSignIn(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  const door = `${request.method} ${nextauth.join('/')}`
  if (!OPEN.has(door)) return new Response(null, { status: 404 })
  return respond(request, context)
}
