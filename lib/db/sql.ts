import { Prisma } from '@/lib/db/generated/client'

/** Pieces of parameterised SQL, to be put together without ever pasting text. */
export type Sql = Prisma.Sql
export const { sql, join: joinSql } = Prisma
