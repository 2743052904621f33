import type { getPriority } from '@/lib/candid/priorities'

export type Found = Awaited<ReturnType<typeof getPriority>>
