import { execFile } from 'node:child_process'
import { access, chown, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../start/problem'

const run = promisify(execFile)

/** The user PostgreSQL runs as: it refuses to run as root. Undefined means the present user. */
export type Account = { uid: number; gid: number } | undefined

/** The present user or, for root, an unprivileged one, made if the machine has none. */
export async function findAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const found = await findUser('postgres')
  if (found) return found
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  } catch {
    // Small systems have no useradd; every one has nobody.
  }
  const account = (await findUser('postgres')) ?? (await findUser('nobody'))
  if (account) return account
  throw new Problem(
    'PostgreSQL does not run as root and there is no user postgres: make one, or start as an ordinary user.',
  )
}

async function findUser(name: string): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    )
    return uid && gid ? { uid, gid } : undefined
  } catch {
    return undefined
  }
}

/** Hands a file or folder to the account; nothing to do for the present user. */
export async function handOver(path: string, account: Account): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

/**
 * A command line that runs a program as the account. Where the account may not enter one of the
 * folders on the way (a checkout below /root), it is lent the right to pass, and nothing else of
 * root's.
 */
export async function runAs(
  account: Account,
  program: string,
  args: string[],
  folders: string[],
): Promise<{ command: string; args: string[]; account: Account }> {
  const blocked = account && (await findBlocked(account, [dirname(program), ...folders]))
  if (!blocked) return { command: program, args, account }
  const pass = ['--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups']
  const lend = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override']
  try {
    await access('/usr/bin/setpriv', constants.X_OK)
  } catch {
    throw new Problem(
      `PostgreSQL does not run as root and its user may not enter ${blocked}: move the checkout to a folder that others may enter, or start as an ordinary user.`,
    )
  }
  return {
    command: '/usr/bin/setpriv',
    args: [...pass, ...lend, '--', program, ...args],
    account: undefined,
  }
}

async function findBlocked(
  account: NonNullable<Account>,
  folders: string[],
): Promise<string | undefined> {
  for (const folder of new Set(folders.flatMap(listAncestors))) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if (!(mode & bit)) return folder
  }
  return undefined
}

function listAncestors(folder: string): string[] {
  const path = resolve(folder)
  const parent = dirname(path)
  return parent === path ? [path] : [...listAncestors(parent), path]
}
