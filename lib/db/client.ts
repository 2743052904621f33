import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from '@/lib/db/generated/client'

const names = new Map<string, string>()
const MOST_NAMES = 500

// Nothing to plan, and PostgreSQL's statistics would count them once a connection only.
const PLANLESS = /^(begin|commit|rollback)/i

/**
 * A name for each text of a statement, so that a connection plans it once: planning with row-level
 * security costs more than running. Texts that vary without end stay nameless after the first 500.
 */
function nameStatement({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= MOST_NAMES || PLANLESS.test(sql)) return ''
  const name = `lep_${names.size}`
  names.set(sql, name)
  return name
}

/** Each limit is shorter than that of the layer above it, so that a stuck database is answered. */
function connect(connectionString: string) {
  const limits = { max: 10, connectionTimeoutMillis: 2000, query_timeout: 2500 }
  // A pooler in transaction mode keeps neither for the next one who gets the connection.
  const kept = { statement_timeout: 2000, idle_in_transaction_session_timeout: 5000 }
  const adapter = env.DIRECT_DATABASE_URL
    ? new PrismaPg({ connectionString, ...limits })
    : new PrismaPg(
        { connectionString, ...limits, ...kept },
        { statementNameGenerator: nameStatement },
      )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2000, timeout: 5000 } })
}

// Development reloads modules; one pool must survive that.
type Kept = { lepPrisma?: PrismaClient; lepReplica?: PrismaClient }
const kept = globalThis as typeof globalThis & Kept

export const prisma = (kept.lepPrisma ??= connect(env.APP_DATABASE_URL))

/** A copy of the database that only reads, some seconds behind; without one, the database itself. */
export const replica = env.READ_DATABASE_URL
  ? (kept.lepReplica ??= connect(env.READ_DATABASE_URL))
  : prisma
