import { prisma } from '@/lib/db/client'
import type { Db } from '@/lib/db/as-viewer'

/** Reads the guidebook, which is the same for everybody and belongs to no region. */
export function readReference<T>(read: (db: Db) => Promise<T>): Promise<T> {
  return read(prisma)
}
