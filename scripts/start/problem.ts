/** Something the person at the keyboard can put right: its message is the whole story, without a stack. */
export class Problem extends Error {
  override name = 'Problem'
}

/** Message of a Problem that another process has told about already. */
export const alreadySaid = ''

/** The message and code of anything thrown. */
export function describeError(error: unknown): { message: string; code: string } {
  if (!(error instanceof Error)) return { message: String(error), code: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { message: error.message, code }
}

/** One sentence that says what is wrong and what to do; undefined for what looks like a bug. */
function explainError(error: unknown): string | undefined {
  const { message, code } = describeError(error)
  if (error instanceof Problem) return message
  const path = /'([^']+)'/.exec(message)?.[1] ?? 'a file'
  if (code === 'ENOSPC') return 'The disk is full: free some space and start again.'
  if (code === 'EDQUOT') return 'Your disk quota is used up: free some space and start again.'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return `${path} cannot be written: give your user the right to write there and start again.`
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return `${path} cannot be made a folder because a file is in its way: move that file, or name another folder with DATA_DIR, and start again.`
  }
  return explainDatabaseError(message, code)
}

function explainDatabaseError(message: string, code: string): string | undefined {
  if (code === '28P01' || code === '28000') {
    return `The database refused the user name or password (${message}): correct DATABASE_URL and APP_DATABASE_URL.`
  }
  if (code === '3D000') {
    return `The database does not exist (${message}): create it or correct DATABASE_URL.`
  }
  if (code === '42501') {
    return `The user of DATABASE_URL lacks a right (${message}): grant it, or name the owner of the database there.`
  }
  if (code === '53100') return 'The disk of the database is full: free some space and start again.'
  if (code === '53300') {
    return 'The database accepts no more connections: close some or raise its max_connections.'
  }
  const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']
  if (
    [...unreachable, 'EAI_AGAIN'].includes(code) ||
    /timeout expired|connection timeout|connection terminated/i.test(message)
  ) {
    return `The database cannot be reached (${message || code}): start it or correct DATABASE_URL.`
  }
  return undefined
}

/** Prints why a command ended, in one sentence if it is known, and sets the exit code to 1. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1
  const sentence = explainError(error)
  if (sentence !== alreadySaid) console.error(sentence ? `\n${sentence}` : error)
}

/**
 * Runs a command and ends the process with it: the schema engine leaves a timer of ten seconds
 * behind, for which nobody should wait.
 */
export function runCommand(command: () => Promise<unknown>): void {
  command()
    .catch(reportFailure)
    .finally(() => process.exit())
}
