import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './programs'
import { hashSources, readStamp, root } from './stamps'

const stamp = '.next/.lep-source-hash'

const sources = [
  ...['app', 'components', 'lib', 'messages', 'public', 'prisma/schema', 'guidebook'],
  ...['proxy.ts', 'instrumentation.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json'],
  'package-lock.json',
]

/** Whether the built app is that of the present sources. */
export async function isAppBuilt(): Promise<boolean> {
  const hasBuild = await access(join(root, '.next/BUILD_ID')).then(
    () => true,
    () => false,
  )
  return hasBuild && (await readStamp(stamp)) === (await hashSources(sources))
}

/** Builds the app for serving. Needs neither a database nor a network. */
export async function buildApp(): Promise<string> {
  const hash = await hashSources(sources)
  const output = await runProgram('node_modules/next/dist/bin/next', ['build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    LEP_BUILD: '1',
    DATABASE_URL: '',
  })
  await writeFile(join(root, stamp), hash)
  return output
}
