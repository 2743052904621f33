import { headers } from 'next/headers'
import { env } from '@/lib/env'

/** Address of the asking client, counted from the right past the trusted proxies. */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for') ?? ''
  const hops = forwarded.split(',').map((hop) => hop.trim())
  return hops.at(-Math.max(1, env.TRUSTED_PROXY_HOPS)) || 'unknown'
}
