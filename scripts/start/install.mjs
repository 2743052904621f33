// Runs before anything is installed, on the Node that npm came with: built-in modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.lep-installed')
/** The pinned Node that everything else runs on. */
export const node = join(modules, process.platform === 'win32' ? 'node/bin/node.exe' : '.bin/node')

/** Installs exactly what package-lock.json says, unless a complete installation of it is there. */
export function ensureInstalled() {
  const wanted = `${createHash('sha256').update(read('package-lock.json')).digest('hex')} ${process.platform}-${process.arch}`
  if (isWorking() && read('node_modules/.lep-installed') === wanted) return
  if (!isWorking() || !isLockFulfilled()) install()
  writeFileSync(stamp, wanted)
}

function install() {
  const began = Date.now()
  console.log('  Installing packages, which takes a minute or two the first time')
  // Which packages may run a script of their own is said in package.json, whatever npm's version.
  runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  const { allowScripts } = JSON.parse(read('package.json'))
  const allowed = Object.keys(allowScripts ?? {})
    .filter((key) => allowScripts[key])
    .map((key) => key.replace(/(?<=.)@.*$/, ''))
    .filter((name) => existsSync(join(modules, name)))
  runNpm(['rebuild', ...allowed, '--loglevel=error'])
  if (!isWorking()) {
    fail('The installation lacks some of its programs: delete node_modules and start again.')
  }
  console.log(`  Packages installed in ${((Date.now() - began) / 1000).toFixed(0)} s`)
}

function runNpm(args) {
  const npm = process.env.npm_execpath
  const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const { status } = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, npm_config_update_notifier: 'false' },
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status === 0) return
  fail(
    'The packages could not be installed: see npm’s message above, put it right and start again.',
  )
}

/** What everything else rests on, so that a half-finished installation is noticed and repaired. */
function isWorking() {
  const needed = [
    'tsx/dist/loader.mjs',
    'next/dist/bin/next',
    'pg/package.json',
    'prisma/package.json',
  ]
  return existsSync(node) && needed.every((path) => existsSync(join(modules, path)))
}

/** Whether someone has installed by hand what the lock says: npm notes that when it is all done. */
function isLockFulfilled() {
  const noted = read('node_modules/.package-lock.json')
  if (!noted) return false
  const { packages: present } = JSON.parse(noted)
  const { packages: wanted } = JSON.parse(read('package-lock.json'))
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return Boolean(entry.optional || entry.peer)
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return ''
  }
}

function fail(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** Refuses a Node that is too old to go on. */
export function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return
  fail(`Node ${process.versions.node} is too old: install Node 20 or later and start again.`)
}
