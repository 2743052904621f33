// Runs as a process of its own: loads pages of the comparison as the product does, and times them.
import { viewerOf } from '../../tests/support/cast'
import { sql } from '../../tests/support/owner'
import { compareRegions } from '../../lib/compare/data'
import { compareSchema } from '../../lib/compare/schema'
import type { CompareQuestion } from './compare'

process.on('message', (question: CompareQuestion) => {
  void answer(question).then((times) => process.send?.(times))
})

const staff = sql<{ id: string }>("select id from users where programme_role = 'staff' limit 1")

async function answer({ search, times }: CompareQuestion): Promise<number[]> {
  const [person] = await staff
  const viewer = await viewerOf(person?.id ?? '')
  const query = compareSchema.parse({ q: '', order: 'name', ...search })
  const measured: number[] = []
  for (let round = 0; round < times; round++) {
    const began = performance.now()
    await compareRegions(viewer, query)
    measured.push(performance.now() - began)
  }
  return measured
}
