import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from '@/lib/db/generated/client'

/** Each limit is shorter than that of the layer above it, so that a stuck database is answered. */
function connect() {
  const adapter = new PrismaPg({
    connectionString: env.APP_DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 2000,
    query_timeout: 2500,
    statement_timeout: 2000,
    idle_in_transaction_session_timeout: 5000,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2000, timeout: 5000 } })
}

// Development reloads modules; one pool must survive that.
const kept = globalThis as typeof globalThis & { lepPrisma?: ReturnType<typeof connect> }

export const prisma = (kept.lepPrisma ??= connect())
