import { chmod, cp, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findPostmaster, stopPostmaster } from '../../scripts/embedded/postmaster'
import { isAppBuilt } from '../../scripts/start/build-app'
import { root } from '../../scripts/start/stamps'

declare module 'vitest' {
  interface ProvidedContext {
    /** A copy of the checkout, installed and built, that has never been started. */
    checkout: string
  }
}

const NOT_COPIED = /^(\.git|\.data|\.env.*|node_modules|docs|tests|test-results|playwright-report)$/

/** Copies the checkout as it is built, so that starting it installs nothing and builds nothing. */
export default async function prepareCheckout(project: TestProject) {
  if (!(await isAppBuilt())) throw new Error('The build is not current: run `npm run build` first.')
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lep-start-')))
  const remove = async () => {
    // A start that failed its test may have left it.
    const database = await findPostmaster(join(folder, '.data/postgres'))
    if (database) await stopPostmaster(database.pid)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    // As open as a checkout is: PostgreSQL may be another user, who has to get through.
    await chmod(folder, 0o755)
    const cache = join(root, '.next/cache')
    for (const name of await readdir(root)) {
      if (NOT_COPIED.test(name)) continue
      await cp(join(root, name), join(folder, name), {
        ...{ recursive: true, verbatimSymlinks: true },
        filter: (path) => path !== cache,
      })
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  } catch (error) {
    await remove()
    throw error
  }
  project.provide('checkout', folder)
  return remove
}
