import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { mintViewer } from '@/lib/auth/mint'
import type { Viewer } from '@/lib/auth/rules'
import { hashSecret } from '@/lib/auth/session'
import { viewerFacts } from '@/lib/auth/viewer-facts'
import { findCardFacts } from '@/lib/db/as-sign-in'
import { env } from '@/lib/env'

/** Whose address it is, of which task, and how often it was made anew. */
export interface TaskLink {
  regionId: string
  taskId: string
  userId: string
  serial: number
}

/** One task as it is open to somebody who came by a mailed address. */
export interface TaskCard {
  /** May do nothing but with this task; row-level security shuts the rest. */
  viewer: Viewer
  regionId: string
  taskId: string
  partnerId: string
  slug: string
}

const found = z.object({
  ...{ regionId: z.uuid(), taskId: z.uuid(), partnerId: z.uuid(), slug: z.string() },
  viewer: viewerFacts,
})

/**
 * The secret in a mailed address. It can be worked out again, so that every mail about a task says
 * the same address and an older one still opens it; a copy of the database opens none.
 */
export function taskSecret({ regionId, taskId, userId, serial }: TaskLink): string {
  return createHmac('sha256', env.NEXTAUTH_SECRET)
    .update(`task-link:${regionId}:${taskId}:${userId}:${serial}`)
    .digest('base64url')
}

/**
 * For whom and for what a mailed address speaks; null for one that never was, is too old, was ended,
 * or whose person is not asked any more: all are looked up alike.
 */
export async function findTaskCard(secret: string): Promise<TaskCard | null> {
  const facts = await findCardFacts(hashSecret(secret))
  if (!facts) return null
  const { viewer, ...card } = found.parse(facts)
  return { ...card, viewer: mintViewer({ ...viewer, card: card.taskId }) }
}
