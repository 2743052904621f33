import { beforeEach, describe, expect, test } from 'vitest'
import { calendarViewer, ownCalendarViewer } from '@/lib/auth/calendar'
import { getCalendar } from '@/lib/calendar/data'
import { createFeed, revokeFeed } from '@/lib/calendar/feeds'
import { getOwnCalendar } from '@/lib/calendar/own/data'
import { createOwnFeed, listOwnFeeds, revokeOwnFeed } from '@/lib/calendar/own/feeds'
import { getJourney } from '@/lib/journey/data'
import { planStep, takeSuggestions } from '@/lib/journey/timeline/plans'
import { getTimeline } from '@/lib/journey/timeline/data'
import { addTask } from '@/lib/tasks/changes'
import { removeMember } from '@/lib/people/members'
import { createWorld, viewerOf, type World } from '../support/cast'
import { sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const subscribe = async (role: 'partner' | 'observer' = 'observer') => {
  const { secret } = await createFeed(world.viewers[role], { regionId: world.own.id })
  return secret
}

/** What a calendar reads, long lines put together again; null where the address is dead. */
async function read(secret: string): Promise<string | null> {
  const found = await calendarViewer(secret)
  return found && (await getCalendar(found.viewer, found.slug)).replaceAll('\r\n ', '')
}

test('an address gives the dates of its region, and none of another', async () => {
  const { own, viewers, foreign } = world
  await planStep(viewers.coordinator, {
    ...{ regionId: own.id, step: 'purpose', startsOn: '2031-03-03', targetOn: '2031-05-05' },
    version: 1,
  })
  await takeSuggestions(viewers.coordinator, {
    ...{ regionId: own.id, step: 'purpose', startsOn: '2031-03-03' },
  })
  const text = await read(await subscribe())
  expect(text).toContain('DTSTART;VALUE=DATE:20310505')
  expect(text).toContain('SUMMARY:Target: step 1')
  // Two weeks after the start.
  expect(text).toContain('DTSTART;VALUE=DATE:20310317')
  expect(text).toContain(`/regions/${own.slug}/steps/purpose#purpose.checklist.gap-evidence-noted`)
  expect(text).not.toContain(foreign.mark)
})

test("speaks the reader's language", async () => {
  const { viewers } = world
  await sql(`update users set locale = 'de' where id = $1`, [viewers.observer.userId])
  await sql(`update step_plans set target_on = '2031-05-05' where region_id = $1`, [world.own.id])
  expect(await read(await subscribe())).toContain('SUMMARY:Ziel: Schritt 1')
})

test('only a hash of the secret is kept', async () => {
  const secret = await subscribe()
  const rows = await sql(`select * from calendar_feeds`)
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test('is dead at once when it is ended, and others stay', async () => {
  const { viewers, own } = world
  const [first, second] = [await subscribe(), await subscribe()]
  const { feeds } = await getTimeline(viewers.observer, own.slug, 'en')
  const [newest] = feeds
  await revokeFeed(viewers.observer, { regionId: own.id, id: newest?.id ?? '' })
  expect(await read(second)).toBeNull()
  expect(await read(first)).toContain('BEGIN:VCALENDAR')
})

test('is dead at once when its owner is removed, or barred', async () => {
  const { viewers, own } = world
  const [ofObserver, ofPartner] = [await subscribe('observer'), await subscribe('partner')]
  const [member] = await sql('select id from members where region_id = $1 and user_id = $2', [
    own.id,
    viewers.observer.userId,
  ])
  await removeMember(viewers.coordinator, { regionId: own.id, id: member?.id as string })
  expect(await read(ofObserver)).toBeNull()
  await sql('update users set disabled_at = now() where id = $1', [viewers.partner.userId])
  expect(await read(ofPartner)).toBeNull()
})

test('an address that never was is answered like a dead one', async () => {
  for (const secret of ['', 'none', 'a'.repeat(43)]) expect(await read(secret)).toBeNull()
})

test("carries no programme role, whoever's it is", async () => {
  const { viewers } = world
  await sql(`update users set programme_role = 'staff' where id = $1`, [viewers.observer.userId])
  const found = await calendarViewer(await subscribe())
  expect(found?.viewer.programmeRole).toBeNull()
  expect(found?.viewer.memberships.map(({ regionId }) => regionId)).toEqual([world.own.id])
})

test('there are ten at most', async () => {
  // One is there already.
  for (let made = 1; made < 10; made++) await subscribe()
  await expect(subscribe()).rejects.toThrow('enoughCalendars')
})

test("the guidebook's days are taken over together, once, and told", async () => {
  const { viewers, own } = world
  const take = () =>
    takeSuggestions(viewers.coordinator, {
      ...{ regionId: own.id, step: 'purpose', startsOn: '2031-02-03' },
    })
  const { steps } = await getTimeline(viewers.coordinator, own.slug, 'en')
  const suggested = steps[0]?.suggestions ?? []
  expect(suggested.length).toBeGreaterThan(2)
  await take()
  const { facts } = await getJourney(viewers.coordinator, own.slug, 'en')
  for (const { id, day } of suggested) {
    expect(facts.ticks).toContainEqual(expect.objectContaining({ item: id, dueOn: day }))
  }
  const told = await sql(
    `select count(distinct batch)::int batches, count(*)::int entries from activities
      where region_id = $1 and batch is not null and kind = 'tick.changed'`,
    [own.id],
  )
  expect(told).toEqual([{ batches: 1, entries: suggested.length }])
  await expect(take()).rejects.toThrow('conflict')
  await planStep(viewers.coordinator, {
    ...{ regionId: own.id, step: 'purpose', startsOn: '2031-04-01', targetOn: null, version: 1 },
  })
  await expect(take()).rejects.toThrow('conflict')
})

test('a target does not lie before its start, and versions are kept', async () => {
  const { viewers, own } = world
  const plan = { regionId: own.id, step: 'purpose', startsOn: '2031-04-01', version: 1 }
  await expect(planStep(viewers.coordinator, { ...plan, targetOn: '2031-03-31' })).rejects.toThrow(
    'targetOn:order',
  )
  await planStep(viewers.coordinator, { ...plan, targetOn: '2031-06-01' })
  await expect(planStep(viewers.coordinator, { ...plan, targetOn: null })).rejects.toThrow(
    'conflict',
  )
  const [told] = await sql(
    `select before, after from activities where region_id = $1 and kind = 'step.planned'`,
    [own.id],
  )
  expect(told).toEqual({
    before: { startsOn: '2031-02-03', targetOn: null },
    after: { startsOn: '2031-04-01', targetOn: '2031-06-01' },
  })
})

test('a viewer with no place left has no calendar', async () => {
  const { viewers, own } = world
  await expect(getCalendar(await viewerOf(viewers.former.userId), own.slug)).rejects.toThrow(
    'not-found',
  )
})

describe("an address of one's own days", () => {
  const readOwn = async (secret: string) => {
    const viewer = await ownCalendarViewer(secret)
    return viewer && (await getOwnCalendar(viewer)).replaceAll('\r\n ', '')
  }

  /** A task of the own region's first organisation, with a day. */
  const ask = async () => {
    const { viewers, own } = world
    await addTask(viewers.coordinator, {
      ...{
        regionId: own.id,
        title: 'Open the workshop',
        doneWhen: '',
        serves: 'purpose',
        link: '',
      },
      ...{ dueOn: '2031-05-06', forWhom: 'partners', partners: [own.partner], person: '' },
      ...{ skipCheck: false, repeatMonths: null },
    })
  }

  test('gives what waits for that person, with the way there, and not what waits for others', async () => {
    await ask()
    const { viewers, own } = world
    const { secret } = await createOwnFeed(viewers.partner)
    const text = await readOwn(secret)
    expect(text).toContain('SUMMARY:Due: Open the workshop')
    expect(text).toContain('DTSTART;VALUE=DATE:20310506')
    expect(text).toMatch(new RegExp(`/regions/${own.slug}/tasks/[0-9a-f-]{36}`))
    const { secret: others } = await createOwnFeed(viewers.observer)
    expect(await readOwn(others)).not.toContain('Open the workshop')
  })

  test('gathers every region of theirs in their language, and drops one at once when they leave', async () => {
    await ask()
    const { viewers, own, foreign } = world
    const { userId } = viewers.partner
    await sql(
      `insert into members (region_id, id, user_id, role, partner_id)
        values ($1, gen_random_uuid(), $2, 'partner', $3)`,
      [foreign.id, userId, foreign.partner],
    )
    await sql(`update tasks set due_on = '2031-08-09' where region_id = $1 and id = $2`, [
      ...[foreign.id, foreign.task],
    ])
    await sql(`update users set locale = 'de' where id = $1`, [userId])
    const { secret } = await createOwnFeed(viewers.partner)
    const both = await readOwn(secret)
    expect(both).toContain('DTSTART;VALUE=DATE:20310506')
    expect(both).toContain('DTSTART;VALUE=DATE:20310809')
    expect(both).toContain(`SUMMARY:Fällig: ${foreign.mark}`)
    expect(both).toContain(`/regions/${foreign.slug}/tasks/${foreign.task}`)
    await sql('delete from members where region_id = $1 and user_id = $2', [foreign.id, userId])
    const left = await readOwn(secret)
    expect(left).toContain(`/regions/${own.slug}/tasks/`)
    expect(left).not.toContain(foreign.mark)
  })

  test('drops what is done', async () => {
    await ask()
    const { viewers } = world
    const { secret } = await createOwnFeed(viewers.partner)
    expect(await readOwn(secret)).toContain('Open the workshop')
    await sql(`update task_partners p set state = 'done' from tasks t
      where t.region_id = p.region_id and t.id = p.task_id and t.title = 'Open the workshop'`)
    expect(await readOwn(secret)).not.toContain('Open the workshop')
  })

  test('keeps a hash of the secret alone', async () => {
    const { secret } = await createOwnFeed(world.viewers.partner)
    expect(JSON.stringify(await sql('select * from own_feeds'))).not.toContain(secret)
  })

  test('gives nothing of a region from the moment the person has left it', async () => {
    await ask()
    const { viewers, own } = world
    const { secret } = await createOwnFeed(viewers.partner)
    const [member] = await sql<{ id: string }>(
      'select id from members where region_id = $1 and user_id = $2',
      [own.id, viewers.partner.userId],
    )
    await removeMember(viewers.coordinator, { regionId: own.id, id: member?.id ?? '' })
    expect(await readOwn(secret)).not.toContain('Open the workshop')
  })

  test('is dead once it is ended, and with a person who is shut out', async () => {
    const { viewers } = world
    const { secret } = await createOwnFeed(viewers.partner)
    const [feed] = await listOwnFeeds(viewers.partner)
    await revokeOwnFeed(viewers.partner, { id: feed?.id ?? '' })
    expect(await readOwn(secret)).toBeNull()
    const { secret: second } = await createOwnFeed(viewers.partner)
    await sql('update users set disabled_at = now() where id = $1', [viewers.partner.userId])
    expect(await readOwn(second)).toBeNull()
    expect(await readOwn('no-such-address')).toBeNull()
  })
})
