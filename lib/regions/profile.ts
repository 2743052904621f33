import { z } from 'zod'
import type { Db } from '@/lib/db/as-viewer'

const figure = z.union([z.string(), z.number()])

const schema = z.object({
  territory: z.string(),
  forum: z.string(),
  context: z.string(),
  goals: z.array(z.string()),
  challenges: z.array(z.object({ label: z.string(), paraphrase: z.string() })),
  facts: z.array(z.object({ label: z.string(), value: figure })),
  targets: z.array(z.object({ label: z.string(), value: figure })),
  plans: z.array(z.object({ title: z.string(), date: z.string().nullable() })),
  outlook: z.array(z.string()),
})

export type RegionProfileFacts = z.output<typeof schema>

/** What is known of the partnership itself. */
export async function readProfile(db: Db, regionId: string): Promise<RegionProfileFacts> {
  return schema.parse(
    await db.region.findUniqueOrThrow({
      where: { id: regionId },
      select: {
        territory: true,
        forum: true,
        context: true,
        goals: true,
        challenges: true,
        facts: true,
        targets: true,
        plans: true,
        outlook: true,
      },
    }),
  )
}
