import { beforeAll, describe, expect, test } from 'vitest'
import { addComment } from '@/lib/comments/changes'
import { collectOwnData } from '@/lib/people/own-data'
import { createWorld, type World } from '../support/cast'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { own, viewers } = world
  const subject = 'purpose.checklist.gap-question-written'
  const asked = { regionId: own.id, subject, asks: false, tell: [] }
  await addComment(viewers.coordinator, { ...asked, text: 'Words of Clara' })
  await addComment(viewers.partner, { ...asked, text: 'Words of Pavel' })
})

const dataOf = async (role: 'coordinator' | 'partner' | 'outsider') =>
  JSON.stringify(await collectOwnData(world.viewers[role]))

describe('what somebody downloads about themselves', () => {
  test('holds who they are, where they belong and what they wrote', async () => {
    const { viewers, own } = world
    const data = await dataOf('coordinator')
    for (const word of [viewers.coordinator.email, own.mark, 'Words of Clara', 'comment.added']) {
      expect(data).toContain(word)
    }
  })

  test('holds nothing that others wrote, and no secret', async () => {
    const data = await dataOf('coordinator')
    expect(data).not.toContain('Words of Pavel')
    expect(data).not.toMatch(/token|hash/i)
    expect(await dataOf('partner')).not.toContain('Words of Clara')
    expect(await dataOf('outsider')).not.toContain(world.own.mark)
  })
})
