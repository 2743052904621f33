import { z } from 'zod'
import { sql } from '@/lib/db/sql'

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

/** The profile of a region `r` as one column, for whoever reads the region anyway. */
export const profileColumn = sql`json_build_object('territory', r.territory, 'forum', r.forum,
  'context', r.context, 'goals', r.goals, 'challenges', r.challenges, 'facts', r.facts,
  'targets', r.targets, 'plans', r.plans, 'outlook', r.outlook)`

/** What is known of the partnership itself, from that column. Throws on anything else. */
export function parseProfile(column: unknown): RegionProfileFacts {
  return schema.parse(column)
}
