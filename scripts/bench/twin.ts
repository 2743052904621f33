import { appendFile, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { runProgram } from '../start/programs'
import { root } from '../start/stamps'

const SOURCES = ['app', 'components', 'lib', 'messages', 'public', 'proxy.ts', 'instrumentation.ts']
const SETTINGS = ['next.config.ts', 'package.json', 'postcss.config.mjs', 'tsconfig.json']

// Outside the checkout, whose own build must stay as it is.
const folder = join(tmpdir(), `lep-twin-${process.pid}`)

// The least that the same server can serve on each request: no data, one element a line.
const PAGE = `import { connection } from 'next/server'

export default async function Page({ searchParams }: { searchParams: Promise<{ lines: string }> }) {
  await connection()
  const lines = Array.from({ length: Number((await searchParams).lines) }, (_, n) => n)
  return <main>{lines.map((n) => <p key={n}>{n} ${'word '.repeat(16)}</p>)}</main>
}
`
/** Builds the product once more with a bare page beside its own; gives the folder. */
export async function buildTwin(): Promise<string> {
  await removeTwin()
  await mkdir(folder)
  for (const name of [...SOURCES, ...SETTINGS]) {
    await cp(join(root, name), join(folder, name), { recursive: true })
  }
  // Its packages lie in the checkout.
  const workspace = `\nconfig.turbopack = { root: ${JSON.stringify(parse(root).root)} }\n`
  await appendFile(join(folder, 'next.config.ts'), workspace)
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await mkdir(join(folder, 'app/bare'))
  await writeFile(join(folder, 'app/bare/page.tsx'), PAGE)
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', LEP_BUILD: '1' }
  await runProgram('node_modules/next/dist/bin/next', ['build', folder], env)
  return folder
}

/** Takes the twin away again. */
export function removeTwin(): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

/** The address of the bare page with about as many bytes of HTML as wanted. */
export async function findBareOfSize(url: string, bytes: number): Promise<string> {
  const address = (lines: number) => `${url}/bare?lines=${lines}`
  const sizeOf = async (lines: number) => (await (await fetch(address(lines))).text()).length
  const [hundred, twoHundred] = [await sizeOf(100), await sizeOf(200)]
  const perLine = (twoHundred - hundred) / 100
  return address(Math.max(1, Math.round(100 + (bytes - hundred) / perLine)))
}
