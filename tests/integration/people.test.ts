import { beforeEach, expect, test } from 'vitest'
import { getFeed } from '@/lib/activity/data'
import { feedSchema } from '@/lib/activity/schema'
import { keepPasted } from '@/lib/people/pasted/keep'
import { lookAtPasted } from '@/lib/people/pasted/preview'
import type { OrganisationChoice, Pasted } from '@/lib/people/pasted/rules'
import { compareRegions } from '@/lib/compare/data'
import { compareSchema } from '@/lib/compare/schema'
import { getProgramme } from '@/lib/regions/data'
import { listPeople } from '@/lib/people/data'
import { getEnding } from '@/lib/people/ending'
import { leaveRegion, removeMember } from '@/lib/people/members'
import { disableUser } from '@/lib/people/programme/users'
import { changeInvitations } from '@/lib/people/several'
import { sendWaitingInvitations } from '@/lib/jobs/send-invitations'
import { listOutbox } from '@/lib/mail/outbox'
import { createPerson, createWorld, viewerOf, type World } from '../support/cast'
import { sql } from '../support/owner'

let world: World
let inRegion: { regionId: string; seat: { role: 'observer'; partnerId: null }; locale: 'en' | 'de' }

beforeEach(async () => {
  world = await createWorld()
  inRegion = { regionId: world.own.id, seat: { role: 'observer', partnerId: null }, locale: 'de' }
})

const all = { search: '', role: null, show: null }
const line = (email: string, facts: Partial<Pasted> = {}): Pasted => ({
  ...{ row: 1, email, name: '', organisation: '', role: null, ...facts },
})
const keep = (changes: Pasted[], choices = new Map<string, OrganisationChoice>()) =>
  keepPasted(world.viewers.coordinator, { ...inRegion, changes, choices })
const invitations = () =>
  sql<{ email: string; role: string; partner: string | null; mail: string; name: string }>(
    `select i.email, i.role, p.name partner, i.mail, i.name from invitations i
      left join partners p on p.region_id = i.region_id and p.id = i.partner_id
      where i.region_id = $1 and i.invited_by_id = $2 order by i.id`,
    [world.own.id, world.viewers.coordinator.userId],
  )

test('looking at a list says of each line whom it would invite, and writes nothing', async () => {
  const list = `Jana <jana@x.eu>, Unheard of
    jana@x.eu
    ${world.viewers.observer.email}
    nobody at all`
  const shown = await lookAtPasted(world.viewers.coordinator, { ...inRegion, list }, 'en')
  expect(shown.rows.map(({ row, who, notes, faults }) => [row, who, ...notes, ...faults])).toEqual([
    [1, 'jana@x.eu'],
    [2, 'jana@x.eu', 'Left out: stands in line 1, too.'],
    [3, world.viewers.observer.email, 'Left out: is a member already.'],
    [4, '', 'There is no e-mail address in this line.'],
  ])
  expect(shown.asks).toMatchObject([{ label: '“Unheard of” is' }])
  expect(shown.changes).toBeNull()
  expect(await invitations()).toEqual([])
})

test('a list invites everybody at once, adds organisations, and a job mails them', async () => {
  const known = await createPerson('Karel')
  const karel = await viewerOf(known)
  const address = `jana.${world.own.id}@x.eu`
  const answer = await keep(
    [
      line(address, { name: 'Jana Nová', organisation: 'Open Workshop' }),
      line(karel.email, { organisation: 'open workshop' }),
    ],
    new Map([['open workshop', { kind: 'new', sector: 'creative_civil' }]]),
  )
  expect(answer).toMatchObject({ invited: 2, joined: 1 })
  expect(await invitations()).toMatchObject([
    { email: address, role: 'partner', partner: 'Open Workshop', mail: 'waiting' },
    { email: karel.email, role: 'partner', partner: 'Open Workshop', mail: 'waiting' },
  ])
  const jobs = await sql("select 1 from jobs.jobs where task_identifier = 'send_invitations'")
  expect(jobs).toHaveLength(1)
  await sendWaitingInvitations()
  expect((await invitations()).map(({ mail }) => mail)).toEqual(['sent', 'sent'])
  const mails = (await listOutbox()).filter(({ to }) => to === address)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('Open Workshop')
  expect(mails[0]?.html).toContain('lang="de"')
  await sendWaitingInvitations()
  expect((await listOutbox()).filter(({ to }) => to === address)).toHaveLength(1)
})

test('a list is all or nothing', async () => {
  const { observer } = world.viewers
  await expect(keep([line('fresh@x.eu'), line(observer.email)])).rejects.toMatchObject({
    detail: 'listChanged',
  })
  await expect(keep([line('fresh@x.eu', { organisation: 'Unheard of' })])).rejects.toMatchObject({
    detail: 'choices:chooseOrganisations',
  })
  expect(await invitations()).toEqual([])
})

test('a partner invites colleagues by a list, and nobody else', async () => {
  const { viewers, own } = world
  const colleague = { role: 'partner' as const, partnerId: own.partner }
  const asked = { regionId: own.id, locale: 'en' as const, seat: colleague, choices: new Map() }
  const changes = [line('colleague@x.eu')]
  const answer = await keepPasted(viewers.partner, { ...asked, changes })
  expect(answer.invited).toBe(1)
  const other = [line('other@x.eu', { organisation: `${own.mark} creative_civil` })]
  await expect(keepPasted(viewers.partner, { ...asked, changes: other })).rejects.toMatchObject({
    code: 'conflict',
  })
  const list = 'a@x.eu, coordinator\nb@x.eu, Somewhere else'
  const shown = await lookAtPasted(viewers.partner, { ...asked, list }, 'en')
  expect(shown.rows.flatMap(({ faults }) => faults)).toEqual([
    'You cannot invite for this role or organisation.',
    'This organisation is not in the register.',
  ])
})

test('several invitations are sent again or withdrawn together, or not at all', async () => {
  const { coordinator } = world.viewers
  await keep([line('one@x.eu'), line('two@x.eu')])
  await sendWaitingInvitations()
  const open = (await listPeople(coordinator, world.own.slug, { ...all, show: 'open' })).invitations
  const entries = open.flatMap(({ id, email }) => (/one|two/.test(email) ? [id] : []))
  const asked = { regionId: world.own.id, entries, locale: 'en' as const }
  await changeInvitations(coordinator, { ...asked, what: 'resend' })
  expect((await invitations()).map(({ mail }) => mail)).toEqual(['waiting', 'waiting'])
  await changeInvitations(coordinator, { ...asked, entries: entries.slice(1), what: 'revoke' })
  await expect(changeInvitations(coordinator, { ...asked, what: 'revoke' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const left = await listPeople(coordinator, world.own.slug, { ...all, show: 'open' })
  expect(left.invitations.map(({ id }) => id)).toContain(entries[0])
  // What was withdrawn is not mailed any more.
  expect(await sendWaitingInvitations()).toBe(1)
})

test('when somebody was last here is for coordinators alone', async () => {
  await sql('update users set last_seen_at = now() where id = $1', [world.viewers.partner.userId])
  const seen = async (who: 'coordinator' | 'partner' | 'staff') => {
    const { members } = await listPeople(world.viewers[who], world.own.slug, all)
    return members.filter(({ lastSeenAt }) => lastSeenAt !== null).length
  }
  expect([await seen('coordinator'), await seen('partner'), await seen('staff')]).toEqual([1, 0, 0])
  const { coordinator, partner } = world.viewers
  const silent = { ...all, show: 'silent' as const }
  const quiet = await listPeople(coordinator, world.own.slug, silent)
  expect(quiet.members.map(({ name }) => name)).not.toContain('Pavel')
  expect((await listPeople(partner, world.own.slug, silent)).members).toEqual([])
})

test('people are found by name, organisation and role', async () => {
  const find = async (filter: Partial<Parameters<typeof listPeople>[2]>) => {
    const found = await listPeople(world.viewers.coordinator, world.own.slug, { ...all, ...filter })
    return found.members.map(({ name }) => name)
  }
  expect(await find({ search: 'PAV' })).toEqual(['Pavel'])
  expect(await find({ search: `${world.own.mark} business` })).toEqual(['Pavel'])
  expect(await find({ role: 'coordinator' })).toEqual(['Clara'])
})

const memberOf = async (userId: string) => {
  const [row] = await sql<{ id: string }>(
    'select id from members where region_id = $1 and user_id = $2',
    [world.own.id, userId],
  )
  return row?.id ?? ''
}

test('the last coordinator names who follows, and hands them the open tasks', async () => {
  const { own, viewers } = world
  const { coordinator, observer } = viewers
  const [task] = await sql<{ id: string }>(
    `insert into tasks (region_id, id, title, for_kind, assignee_id)
      values ($1, gen_random_uuid(), 'Call the mayor', 'coordinator', $2) returning id`,
    [own.id, coordinator.userId],
  )
  const shown = await getEnding(coordinator, own.slug, null)
  expect(shown).toMatchObject({ isLast: true, total: 1, tasks: [{ title: 'Call the mayor' }] })
  await expect(leaveRegion(coordinator, { regionId: own.id })).rejects.toThrow('successor:required')
  await leaveRegion(coordinator, {
    ...{ regionId: own.id, successor: await memberOf(observer.userId) },
  })
  const left = await sql<{ user_id: string }>(
    `select user_id from members where region_id = $1 and role = 'coordinator'`,
    [own.id],
  )
  expect(left).toEqual([{ user_id: observer.userId }])
  const [after] = await sql('select assignee_id from tasks where id = $1', [task?.id])
  expect(after).toEqual({ assignee_id: observer.userId })
})

test('who is removed leaves tasks to the organisation, and what only members get ends', async () => {
  const { own, viewers } = world
  const { coordinator, partner } = viewers
  await sql(
    `update task_partners set user_id = $2, state = 'open' where region_id = $1 and partner_id = $3`,
    [own.id, partner.userId, own.partner],
  )
  await sql('insert into follows (region_id, user_id) values ($1, $2)', [own.id, partner.userId])
  await sql(
    `insert into notices (region_id, id, user_id, kind, subject)
      values ($1, gen_random_uuid(), $2, 'digest', 'x')`,
    [own.id, partner.userId],
  )
  const id = await memberOf(partner.userId)
  expect((await getEnding(coordinator, own.slug, id)).total).toBeGreaterThan(0)
  await removeMember(coordinator, { regionId: own.id, id })
  const [left] = await sql(
    `select (select count(*)::int from task_partners where region_id = $1 and user_id = $2) tasks,
      (select count(*)::int from follows where region_id = $1 and user_id = $2) follows,
      (select count(*)::int from notices
        where region_id = $1 and user_id = $2 and settled_at is null) notices`,
    [own.id, partner.userId],
  )
  expect(left).toEqual({ tasks: 0, follows: 0, notices: 0 })
})

test('switching off the access of the last coordinator tells staff of the region', async () => {
  const { own, viewers } = world
  const { coordinator, admin, staff } = viewers
  const [row] = await sql('select version from users where id = $1', [coordinator.userId])
  await disableUser(admin, { id: coordinator.userId, version: row?.version as number })
  const noted = await sql(
    `select kind from programme_activities where subject = $1 and kind = 'coordinator.last-left'`,
    [own.id],
  )
  expect(noted).toHaveLength(1)
  const mails = await listOutbox()
  expect(mails.map(({ to }) => to)).toContain(staff.email)
})

test('the feed says whom somebody invited to those who see addresses, and to nobody else', async () => {
  const address = `jana.${world.own.id}@x.eu`
  await keep([line(address, { name: 'Jana Nová' })])
  const { own, viewers } = world
  const named = async (role: keyof typeof viewers) => {
    const { entries } = await getFeed(viewers[role], own.slug, 'en', feedSchema.parse({}))
    return entries.find(({ kind }) => kind === 'member.invited')?.name
  }
  expect(await named('coordinator')).toBe('Jana Nová')
  expect(await named('staff')).toBe('Jana Nová')
  expect(await named('partner')).toBeNull()
  expect(await named('observer')).toBeNull()
})

test('whoever may not sign in coordinates nothing: the programme sees that the region waits', async () => {
  const { own, viewers } = world
  const waits = async () =>
    (await getProgramme(viewers.staff)).waiting.some(({ slug }) => slug === own.slug)
  const compared = async () => {
    const query = compareSchema.parse({ q: own.slug, order: 'name' })
    return (await compareRegions(viewers.staff, query)).rows[0]?.coordinated
  }
  expect(await waits()).toBe(false)
  expect(await compared()).toBe(true)
  await disableUser(viewers.admin, { id: viewers.coordinator.userId, version: 1 })
  expect(await waits()).toBe(true)
  expect(await compared()).toBe(false)
})
