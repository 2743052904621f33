import type { getEngagement } from '@/lib/candid/engagement'

export type Found = Awaited<ReturnType<typeof getEngagement>>
