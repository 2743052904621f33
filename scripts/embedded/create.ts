import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Account, handOver, runAs } from './account'
import { cleanEnv, explainServer } from './server-log'

/** The role that owns everything in the built-in server. */
export const owner = 'lep_owner'

/**
 * Makes a cluster's folder unless it is there. It is made beside its place and moved there when
 * complete: a kill leaves no half of it.
 */
export async function createCluster(
  {
    dataDir,
    superuserPassword,
    isThrowaway,
  }: { dataDir: string; superuserPassword: string; isThrowaway?: boolean },
  initdb: string,
  account: Account,
): Promise<void> {
  if (await exists(join(dataDir, 'PG_VERSION'))) return
  const draft = `${dataDir}.new`
  await mkdir(dirname(dataDir), { recursive: true })
  if (account) await chmod(dirname(dataDir), 0o711)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await handOver(draft, account)
  const passwordFile = `${dataDir}-${randomUUID()}.pw`
  await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
  await handOver(passwordFile, account)
  try {
    const flags = [
      ['-D', draft, '-U', owner, '--pwfile', passwordFile, '--auth=scram-sha-256'],
      ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und'],
      isThrowaway ? ['--no-sync'] : [],
    ].flat()
    await runToEnd(await runAs(account, initdb, flags, [draft]))
    await rename(draft, dataDir)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function runToEnd({ command, args, account }: Awaited<ReturnType<typeof runAs>>) {
  const child = spawn(command, args, {
    ...account,
    env: cleanEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw explainServer(output)
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
