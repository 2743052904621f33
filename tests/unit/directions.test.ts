import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import law from '../../.dependency-cruiser.mjs'
import { checkDirections } from '../../scripts/directions/cruise'

/** A small house in which each rule is broken once, by the files named. */
const planted: Record<string, Record<string, string>> = {
  'nothing-imports-app': {
    'lib/a/rules.ts': 'export const a = 1',
    'lib/tasks/data.ts': "import { page } from '../../app/page'\nexport const b = page",
    'app/page.tsx': 'export const page = 1',
  },
  'lib-knows-no-ui': { 'lib/mail/letter.ts': "import '../../components/ui/card'" },
  'product-knows-no-scripts': {
    'lib/jobs/run.ts': "import '../../scripts/start'",
    'scripts/start.ts': 'export const start = 1',
  },
  'components-take-data': {
    'components/tasks/list.tsx':
      "import { load } from '../../lib/tasks/load'\nexport const l = load",
    'lib/tasks/load.ts': 'export const load = 1',
  },
  'ui-is-product-free': { 'components/ui/card.tsx': "import '../../lib/a/rules'" },
  'app-reaches-no-database': {
    'app/tasks/page.tsx': "import '../../lib/db/door'",
    'lib/db/door.ts': 'export const door = 1',
  },
  'client-stays-in-db': { 'lib/tasks/pool.ts': "import pg from 'pg'\nexport const p = pg" },
  'client-stays-in-db-also-for-scripts': {
    'scripts/peek.ts': "import '../lib/db/client'",
    'lib/db/client.ts': 'export const client = 1',
  },
  'sign-in-stays-in-auth': { 'app/enter/page.tsx': "import 'next-auth'" },
  'few-may-mint': {
    'app/mint/page.tsx': "import '../../lib/auth/mint'",
    'lib/auth/mint.ts': 'export const mint = 1',
  },
  'rules-import-rules': {
    'lib/b/rules.ts': "import { load } from '../tasks/load'\nexport const c = load",
  },
  'rules-know-types-of-rules-only': {
    'lib/c/rules.ts': "import type { Load } from '../c/data'\nexport type C = Load",
    'lib/c/data.ts': 'export type Load = 1',
  },
  'no-cycles': {
    'lib/d/one.ts': "import { two } from './two'\nexport const one = () => two",
    'lib/d/two.ts': "import { one } from './one'\nexport const two = () => one",
  },
  'no-barrels': {
    'lib/e/user.ts': "import './index'",
    'lib/e/index.ts': 'export const e = 1',
  },
  'no-junk-drawers': {
    'lib/f/user.ts': "import '../utils/all'",
    'lib/utils/all.ts': 'export const all = 1',
  },
  'everything-is-found': { 'lib/g/lost.ts': "import './nowhere'" },
}

let house: string
let found: Awaited<ReturnType<typeof checkDirections>>

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'lep-directions-'))
  const files = Object.assign({}, ...Object.values(planted)) as Record<string, string>
  files['tsconfig.json'] = '{ "compilerOptions": { "module": "esnext", "jsx": "react-jsx" } }'
  for (const name of ['pg', 'next-auth']) {
    files[`node_modules/${name}/index.js`] = 'export default 1'
    files[`node_modules/${name}/package.json`] = JSON.stringify({ name, main: 'index.js' })
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, path)), { recursive: true })
    await writeFile(join(house, path), text)
  }
  found = await checkDirections(house, ['app', 'components', 'lib', 'scripts'])
})

afterAll(() => rm(house, { recursive: true, force: true }))

describe('the law of directions', () => {
  test('has a planted violation for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual(law.forbidden.map(({ name }) => name).sort())
  })

  test.each(law.forbidden.map(({ name }) => name))('%s can be broken', (name) => {
    const sources = Object.keys(planted[name] ?? {})
    const broken = found.violations.filter(({ rule }) => rule === name)
    expect(broken.map(({ from }) => from).some((from) => sources.includes(from))).toBe(true)
  })
})
