import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { mintViewer } from '@/lib/auth/mint'
import { makeCode } from '@/lib/consensus/code/rules'
import type { ProgrammeRole, RegionRole, Viewer } from '@/lib/auth/rules'
import { insert, sql } from './owner'

/** An item any partner may tick, one the coordinator alone looks after, and a plain one. */
export interface Region {
  id: string
  slug: string
  /** Stands in every text of the region that people wrote. */
  mark: string
  partner: string
  otherPartner: string
  member: string
  invitation: string
  /** A calendar address of somebody who only watches, and one of Olga's in her own region. */
  calendar: string
  observerCalendar: string
  /** A question on the first item, by the region's watcher. */
  comment: string
  /** A file as evidence, added by the observer; and one that was set aside. */
  evidence: string
  evidenceAside: string
  /** Stands in every candid text beside the mark, and nowhere else: the coordinators' alone. */
  candid: string
  /** A rating and a note that are candid. */
  rating: string
  talk: string
  /** Somebody without account at Pavel's organisation, and who is missing in business. */
  contact: string
  voice: string
  /** A task of both organisations that serves an item, and one that a partner proposes. */
  task: string
  proposal: string
  /** The first organisation funds the other one. */
  relation: string
  /** A file of that task, and to whom it is open by mail. */
  taskFile: string
  /** A consensus session at its first statement, and somebody in the room. */
  session: string
  sessionCode: string
  guest: string
  /** A round in preparation, an open one that asks the region's partner, and a closed one. */
  draftRound: string
  openRound: string
  closedRound: string
  roundTalk: string
  taskPage: string
  linked: string
  /** What the region wants to reach with a number. */
  target: string
  /** A financing line applied for, and the key of a joint training. */
  line: string
  jointKey: string
}

/** Empties the database of all but the guidebook, so that looking through it stays quick. */
export async function clearAway(): Promise<void> {
  await sql(`delete from regions; delete from users; delete from programme_invitations;
    delete from programme_activities; delete from idempotency_keys; delete from sign_in_links;
    delete from edition_drafts; delete from editions where number > 1`)
}

/** Adds a person; the mark, if given, stands in every text about them. */
export async function createPerson(
  name: string,
  facts: { programmeRole?: ProgrammeRole; disabled?: boolean } = {},
): Promise<string> {
  const id = uuid()
  await insert('users', {
    id,
    email: `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '.')}.${id.slice(-6)}@example.org`,
    name,
    programme_role: facts.programmeRole ?? null,
    email_verified: new Date(),
    disabled_at: facts.disabled ? new Date() : null,
  })
  return id
}

/** A region with two partners, an observer, an open invitation and entries, all of them marked. */
export async function createRegion(): Promise<Region> {
  const id = uuid()
  const mark = `canary-${id.slice(-12)}`
  const [partner, otherPartner, member, invitation] = [uuid(), uuid(), uuid(), uuid()]
  const slug = mark
  const list = JSON.stringify([mark])
  await insert('regions', {
    ...{ id, slug, name: mark, country: 'CZ', territory_type: 'region', territory: mark },
    ...{ time_zone: 'Europe/Prague', languages: [mark], started_on: '2025-01-15', edition: 1 },
    ...{ headline: mark, forum: mark, context: mark, goals: list, outlook: list },
    challenges: JSON.stringify([{ label: mark, paraphrase: mark }]),
    facts: JSON.stringify([{ label: mark, value: mark }]),
    targets: JSON.stringify([{ label: mark, value: mark }]),
    plans: JSON.stringify([{ title: mark, date: null }]),
  })
  for (const [key, sector] of [
    [partner, 'business'],
    [otherPartner, 'creative_civil'],
  ] as const) {
    await insert('partners', {
      ...{ region_id: id, id: key, name: `${mark} ${sector}`, sector, status: 'engaged' },
      ...{ subtype: sector === 'business' ? '' : 'creative', city: mark },
      ...{ website: `https://${mark}.example`, source: mark, kind: mark, gain_note: mark },
      ...{ brings: mark, expects: mark },
    })
  }
  const [contact, voice] = await addRegister(id, mark, partner)
  const watcher = await createPerson(`${mark} watcher`)
  await insert('members', { region_id: id, id: member, user_id: watcher, role: 'observer' })
  await insert('invitations', {
    ...{ region_id: id, id: invitation, email: `${mark}@example.org`, name: mark },
    role: 'observer',
    ...{ invited_by_id: watcher, expires_at: new Date(Date.now() + 86_400_000) },
  })
  await addEntries(id, mark, otherPartner, watcher)
  const [calendar, observerCalendar] = [uuid(), uuid()]
  await insert('calendar_feeds', {
    ...{ region_id: id, id: calendar, user_id: watcher, token_hash: mark },
  })
  await insert('step_plans', { region_id: id, step: 'purpose', starts_on: '2031-02-03' })
  const comment = await addTalk(id, mark, watcher)
  const [evidence, evidenceAside] = [uuid(), uuid()]
  await addEvidence(id, mark, evidence, { added_by_id: watcher })
  await addEvidence(id, mark, evidenceAside, { removed_at: new Date() })
  const candidly = await addCandid(id, mark, partner)
  const inside = { partner, otherPartner, member, invitation, comment, evidence, evidenceAside }
  const tasks = await addTasks(id, mark, [partner, otherPartner])
  const relation = uuid()
  await insert('relations', {
    ...{ region_id: id, id: relation, kind: 'funds', from_id: partner, to_id: otherPartner },
    since: '2026-01-15',
  })
  const register = { contact, voice, relation }
  const rounds = await addRounds(id, mark, partner)
  const room = await addSession(id, mark, partner)
  const numbers = await addNumbers(id, mark, watcher)
  const made = {
    ...{ ...rounds, ...room, ...numbers },
    ...inside,
    ...candidly,
    ...tasks,
    ...register,
    calendar,
    observerCalendar,
  }
  return { id, slug, mark, ...made }
}

/** A contact of an organisation, the day it was engaged, and who is missing. */
async function addRegister(region_id: string, mark: string, partner_id: string) {
  const [contact, voice] = [uuid(), uuid()] as const
  await insert('partner_contacts', {
    ...{ region_id, id: contact, partner_id, name: mark, role: mark, email: mark, phone: mark },
  })
  await insert('partner_standings', {
    region_id,
    partner_id,
    status: 'engaged',
    since: '2026-01-15',
  })
  await insert('missing_voices', {
    ...{ region_id, id: voice, sector: 'business', who: mark, why: mark },
    noted_on: '2026-01-15',
  })
  return [contact, voice] as const
}

async function addEntries(id: string, mark: string, partner: string, actor: string) {
  const [item] = await sql<{ id: string; step: string }>(
    `select id, step from guide_items where kind = 'checklist' and edition = 1 order by id desc limit 1`,
  )
  const [milestone] = await sql<{ id: string; step: string }>(
    'select id, step from guide_milestones where edition = 1 order by id desc limit 1',
  )
  const kept = { note: mark, owner_kind: 'partner', owner_partner: partner }
  await insert('ticks', {
    ...{ region_id: id, item: item?.id, step: item?.step, state: 'started', reason: mark },
    ...kept,
  })
  await insert('milestones', {
    ...{ region_id: id, milestone: milestone?.id, step: milestone?.step },
    ...kept,
  })
  await insert('own_entries', {
    ...{ region_id: id, id: `${item?.step}.checklist.own-${id}`, step: item?.step, kind: 'item' },
    ...{ title: mark, done_when: mark },
  })
  await insert('step_records', {
    ...{ region_id: id, step: item?.step, state: 'started', progress: 5 },
  })
  await insert('region_summaries', {
    ...{ region_id: id, slug: mark, name: mark, name_key: mark, country: 'CZ' },
    ...{ territory_type: 'region', kind: 'partnership', progress: [0, 0, 0, 0, 0, 0, 0, 5] },
    need: null,
  })
  const facts = JSON.stringify({ state: 'started', note: mark })
  await insert('activities', {
    ...{ region_id: id, id: uuid(), actor_id: actor, kind: 'tick.changed', step: item?.step },
    ...{ subject: item?.id, before: facts, after: facts },
  })
}

/** A question that waits for an answer and names its own author, who follows the region. */
async function addTalk(region_id: string, text: string, author: string): Promise<string> {
  const id = uuid()
  await insert('comments', {
    ...{ region_id, id, step: 'purpose', subject: 'purpose.checklist.gap-question-written' },
    ...{ author_id: author, author_role: 'partner', text, asks: true },
  })
  await insert('comment_mentions', { region_id, comment_id: id, user_id: author })
  await insert('follows', { region_id, user_id: author, step: '' })
  const facts = JSON.stringify({ comment: id, by: text })
  const told = { kind: 'comment.mention', subject: 'purpose.checklist.gap-question-written' }
  await insert('notices', { region_id, id: uuid(), user_id: author, ...told, facts })
  return id
}

async function addEvidence(region: string, mark: string, id: string, facts: object) {
  await insert('evidence', {
    ...{ region_id: region, id, entry: 'purpose.checklist.gap-question-written', step: 'purpose' },
    ...{ kind: 'file', words: mark, url: `https://${mark}.example`, file_name: `${mark}.pdf` },
    ...{ file_type: 'application/pdf', file_size: 4, dated_on: '2026-01-15', ...facts },
  })
}

/** How somebody named sees a partner, whom to involve first, what was heard, who speaks next. */
async function addCandid(region_id: string, mark: string, partner_id: string) {
  const candid = `${mark}-candid`
  const [rating, talk] = [uuid(), uuid()]
  await insert('partner_ratings', {
    ...{ region_id, id: rating, partner_id, rater: uuid(), together: true, rater_name: candid },
    ...{ influence: 4, interest: 2, reason: candid },
  })
  await insert('partner_priorities', {
    ...{ region_id, id: uuid(), partner_id, version: 1, first_circle: true, reason: candid },
    ...{ action: candid, action_by: candid },
  })
  await insert('partner_talks', {
    ...{ region_id, id: talk, partner_id, kind: 'talk', held_on: '2026-01-15' },
    ...{ people: candid, words: candid },
  })
  await insert('next_contacts', { region_id, partner_id, due_on: '2026-02-15', who: candid })
  return { candid, rating, talk }
}

async function addTasks(region_id: string, mark: string, partners: [string, string]) {
  const [task, proposal] = [uuid(), uuid()]
  const serves = { step: 'purpose', entry: 'purpose.checklist.gap-question-written' }
  const words = { title: mark, done_when: mark, link: `https://${mark}.example`, word: mark }
  await insert('tasks', { region_id, id: task, ...serves, ...words, for_kind: 'partners' })
  for (const partner_id of partners) {
    await insert('task_partners', {
      ...{ region_id, task_id: task, partner_id, reason: mark, note: mark },
      link: `https://${mark}.example`,
    })
  }
  await insert('tasks', {
    ...{ region_id, id: proposal, ...serves, ...words, state: 'proposed' },
    ...{ for_kind: 'coordinator', proposed_by_partner_id: partners[0] },
  })
  const user_id = (await sql('select user_id from members where region_id = $1', [region_id]))[0]
  await insert('task_links', {
    ...{ region_id, task_id: task, ...user_id, token_hash: mark, expires_at: '2031-02-03' },
  })
  const taskFile = uuid()
  await insert('task_files', {
    ...{ region_id, id: taskFile, task_id: task, file_name: `${mark}.pdf` },
    ...{ file_type: 'application/pdf', file_size: 4, file_sha256: mark },
  })
  const taskPage = uuid()
  await insert('task_pages', {
    ...{ region_id, id: taskPage, task_id: task, url: `https://${mark}.example`, words: mark },
  })
  return { task, proposal, taskFile, taskPage, linked: user_id?.user_id as string }
}

/** Rounds in each state, with a sheet in the open one and what may be shown of the closed one. */
async function addRounds(region_id: string, mark: string, partner_id: string) {
  const [draftRound, openRound, closedRound] = [uuid(), uuid(), uuid()]
  const plan = { steps: [mark], languages: [mark], message: mark, edition: 1, kind: 'full' }
  const open = { opened_on: '2026-01-10', closes_on: '2099-01-31' }
  await insert('rounds', { region_id, id: draftRound, ...plan, link: `${mark} draft` })
  await insert('rounds', {
    ...{
      region_id,
      id: openRound,
      ...plan,
      ...open,
      state: 'open',
      link: `${mark} open`,
      asked: 1,
    },
  })
  await insert('rounds', {
    ...{ region_id, id: closedRound, ...plan, ...open, state: 'closed', closed_on: '2026-02-01' },
    ...{ link: `${mark} closed`, asked: 6, answered: 6, steps: [mark, 'purpose'] },
  })
  await insert('round_people', { region_id, id: uuid(), round_id: openRound, partner_id })
  await insert('round_keys', { region_id, round_id: openRound, secret: Buffer.from(mark) })
  const words = JSON.stringify({ purpose: mark })
  await insert('round_sheets', {
    ...{ region_id, round_id: openRound, secret: Buffer.from(mark), sector: 'business' },
    ...{ organisation: Buffer.from(mark), answers: words, look_back: words, comments: words },
  })
  await insert('round_steps', {
    ...{ region_id, round_id: closedRound, step: mark, closed_on: '2026-02-01', kind: 'full' },
    ...{ respondents: 6, organisations: 3, sectors: 2, level: 3.4, lowest: 3, core: 3.2 },
    groups: words,
  })
  const result = JSON.stringify({ statement: mark, step: mark, groups: {} })
  await insert('round_results', {
    ...{ region_id, round_id: closedRound, statement: mark, step: mark, result },
  })
  await insert('round_comments', { region_id, round_id: closedRound, step: mark, words: mark })
  const roundTalk = uuid()
  await insert('round_talks', {
    ...{ region_id, id: roundTalk, round_id: closedRound, statement: mark, kind: 'talked' },
    words: mark,
  })
  return { draftRound, openRound, closedRound, roundTalk }
}

/** A session in which somebody has voted on the second time of asking, with a level agreed before. */
async function addSession(region_id: string, mark: string, partner_id: string) {
  const [session, guest] = [uuid(), uuid()]
  const sessionCode = makeCode(createHash('sha256').update(mark).digest())
  const own = { region_id, round_id: session }
  await insert('rounds', {
    ...{ region_id, id: session, kind: 'consensus', state: 'open', edition: 1, message: mark },
    ...{ steps: [mark], languages: [mark], link: `${mark} session`, opened_on: '2026-01-10' },
  })
  const statements = ['purpose.statements.purpose-gap', 'purpose.statements.none']
  await insert('consensus_sessions', {
    ...{ ...own, code: sessionCode, language: 'en', statements, ballots: [2, 1], phase: 'voting' },
  })
  await insert('consensus_people', {
    ...{ ...own, id: guest, token: Buffer.from(mark), name: mark, partner_id },
    ...{ organisation: mark, sector: 'business' },
  })
  const [statement] = statements
  await insert('consensus_votes', { ...own, statement, person_id: guest, level: 3 })
  await insert('consensus_levels', { ...own, statement, level: 4, reason: mark, evidence: mark })
  return { session, sessionCode, guest }
}

/** Gives a person a place in a region. */
async function addMember(
  region: Region,
  userId: string,
  role: RegionRole,
  partnerId: string | null = null,
): Promise<string> {
  const id = uuid()
  await insert('members', {
    region_id: region.id,
    id,
    user_id: userId,
    role,
    partner_id: partnerId,
  })
  return id
}

/** The viewer somebody is at this moment, with the memberships the database has. */
export async function viewerOf(userId: string): Promise<Viewer> {
  const [person] = await sql(
    'select name, email, locale, theme, sample, programme_role from users where id = $1',
    [userId],
  )
  const memberships = await sql<Viewer['memberships'][number]>(
    `select m.region_id "regionId", r.slug, r.name, m.role, m.partner_id "partnerId"
      from members m join regions r on r.id = m.region_id where m.user_id = $1`,
    [userId],
  )
  const { name, email, locale, theme, sample, programme_role: programmeRole } = person ?? {}
  return mintViewer({ userId, name, email, locale, theme, sample, programmeRole, memberships })
}

/** Everybody a permission is asked for. */
export const ROLES = [
  'admin',
  'staff',
  'coordinator',
  'partner',
  'observer',
  'outsider',
  'former',
] as const
export type Role = (typeof ROLES)[number]

export type World = {
  own: Region
  /** Mallory's region: nobody of the own region but programme staff may know of it. */
  foreign: Region
  /** An open invitation to the programme. */
  programmeInvitation: string
  /** An address of Olga's own days. */
  observerFeed: string
  viewers: Record<Role, Viewer>
}

/**
 * The standing cast around a fresh region: Clara coordinates it, Pavel speaks for a partner, Olga
 * observes, Sven is staff, Ada administrates, Mallory coordinates another region, and Felix was a
 * member once.
 */
export async function createWorld(): Promise<World> {
  const [own, foreign] = [await createRegion(), await createRegion()]
  const people: Record<Role, string> = {
    admin: await createPerson('Ada', { programmeRole: 'admin' }),
    staff: await createPerson('Sven', { programmeRole: 'staff' }),
    coordinator: await createPerson('Clara'),
    partner: await createPerson('Pavel'),
    observer: await createPerson('Olga'),
    outsider: await createPerson(`${foreign.mark} Mallory`),
    former: await createPerson('Felix'),
  }
  await addMember(own, people.coordinator, 'coordinator')
  await addMember(own, people.partner, 'partner', own.partner)
  await addMember(own, people.observer, 'observer')
  await insert('calendar_feeds', {
    ...{ region_id: own.id, id: own.observerCalendar, user_id: people.observer },
    token_hash: `${own.mark} ${own.observerCalendar}`,
  })
  await addMember(foreign, people.outsider, 'coordinator')
  const viewers = {} as Record<Role, Viewer>
  for (const role of ROLES) viewers[role] = await viewerOf(people[role])
  const observerFeed = uuid()
  await insert('own_feeds', {
    ...{ id: observerFeed, user_id: people.observer, token_hash: observerFeed },
  })
  return { own, foreign, viewers, programmeInvitation: await inviteStaff(), observerFeed }
}

async function inviteStaff(): Promise<string> {
  const id = uuid()
  await insert('programme_invitations', {
    ...{ id, email: `staff.${id.slice(-12)}@example.org`, role: 'staff' },
    expires_at: new Date(Date.now() + 86_400_000),
  })
  return id
}

/** A number that was confirmed and drafted anew, a target, and what stands behind the number. */
async function addNumbers(region_id: string, mark: string, author_id: string) {
  const target = uuid()
  const of = { region_id, metric: 'trainings_delivered', quarter: '2026-Q1', author_id }
  const words = { source: mark, context: mark, breakdown: JSON.stringify({ [mark]: 1 }) }
  for (const [index, status] of ['confirmed', 'draft'].entries()) {
    await insert('metric_entries', {
      ...{ ...of, ...words, id: uuid(), version: index + 1, value: 4 + index, status },
    })
  }
  await insert('report_stories', { region_id, language: 'en', words: mark, author_id })
  await insert('metric_targets', {
    ...{ region_id, id: target, metric: 'trainings_delivered', value: 20, source: mark },
  })
  return { target, ...(await addLines(region_id, mark, author_id)) }
}

async function addLines(region_id: string, mark: string, author_id: string) {
  const line = uuid()
  const made = { region_id, author_id, title: mark, day: '2026-02-03', rate_source: mark }
  const jointKey = `JOINT-${uuid().slice(-12).toUpperCase()}`
  await insert('metric_lines', {
    ...{ ...made, id: line, metric: 'funding_leveraged', stage: 'applied', amount: 900 },
  })
  await insert('metric_lines', {
    ...{ ...made, id: uuid(), metric: 'trainings_delivered', learners: 9 },
    ...{ joint_key: jointKey, share: 60 },
  })
  await insert('denominators', {
    ...{ region_id, author_id, kind: 'enterprises', year: 2025, value: 3500, source: mark },
  })
  return { line, jointKey }
}
