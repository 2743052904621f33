import { v7 as uuid } from 'uuid'
import { canHoldRounds } from '@/lib/assessment/access/rules'
import { closingDays, lastClosingBefore } from '@/lib/assessment/dates/rules'
import type {
  ChangeRound,
  DraftRound,
  ExtendRound,
  LinkRound,
  MarkRound,
} from '@/lib/assessment/schema'
import { SHOWN_FROM } from '@/lib/assessment/rules'
import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { readRecord, type RegionRecord } from '@/lib/journey/record'
import { notify } from '@/lib/notices/notify'

/**
 * Drafts a round and seats the people of the organisations chosen. Throws Denial: not-found,
 * forbidden, faults of steps, languages, partners.
 */
export function draftRound(viewer: Viewer, { regionId, partners, ...plan }: DraftRound) {
  return holding({ viewer, regionId }, async (db, record) => {
    await checkPlan(db, record, { partners, ...plan })
    const id = uuid()
    const { closesOn, ...rest } = plan
    await db.round.createMany({
      data: [
        {
          ...{ regionId, id, ...rest, closesOn: closesOn && fromDay(closesOn) },
          ...{ edition: record.edition, createdById: viewer.userId },
        },
      ],
    })
    await seat(db, regionId, id, partners)
    return { id, slug: record.slug }
  })
}

/** Changes a draft as a whole. Throws Denial: not-found, forbidden, conflict, faults like draftRound. */
export function changeRound(viewer: Viewer, input: ChangeRound) {
  const { regionId, id, version, partners, ...plan } = input
  return holding({ viewer, regionId }, async (db, record) => {
    await checkPlan(db, record, { partners, ...plan })
    const { closesOn, ...rest } = plan
    const { count } = await db.round.updateMany({
      where: { regionId, id, version, state: 'draft' },
      data: { ...rest, closesOn: closesOn && fromDay(closesOn), version: { increment: 1 } },
    })
    if (count === 0) throw await missing(db, regionId, id)
    await db.roundPerson.deleteMany({ where: { regionId, roundId: id } })
    await seat(db, regionId, id, partners)
    return { slug: record.slug }
  })
}

/** Throws a draft away. Throws Denial: not-found, forbidden, conflict. */
export function dropRound(viewer: Viewer, { regionId, id, version }: MarkRound) {
  return holding({ viewer, regionId }, async (db, record) => {
    const { count } = await db.round.deleteMany({
      where: { regionId, id, version, state: 'draft' },
    })
    if (count === 0) throw await missing(db, regionId, id)
    return { slug: record.slug }
  })
}

/**
 * Opens a draft: those asked are told, and from now on answers come in. Throws Denial: not-found,
 * forbidden, conflict, noLastDay, twoToFourWeeks (the last day is not that far off), nobodyAsked,
 * askedAlready and askedLately (another round of this kind asks, or asked, about one of its steps).
 */
export function openRound(viewer: Viewer, { regionId, id, version }: MarkRound) {
  return holding({ viewer, regionId }, async (db, record) => {
    const today = dayIn(record.timeZone, new Date())
    const round = await db.round.findFirst({ where: { regionId, id, version, state: 'draft' } })
    if (!round) throw await missing(db, regionId, id)
    checkClosing(round.closesOn?.toISOString().slice(0, 10) ?? null, today)
    await checkApart(db, round, today)
    const people = await db.roundPerson.findMany({
      where: { regionId, roundId: id },
      select: { userId: true },
    })
    if (people.length === 0) throw new Denial('invalid', 'nobodyAsked')
    const [opened] = await db.$queryRaw<{ people: number | null }[]>`
      select open_round(${regionId}::uuid, ${id}::uuid, ${today}::date) people`
    if (!opened?.people) throw new Denial('conflict')
    const closesOn = round.closesOn?.toISOString().slice(0, 10) ?? ''
    const after = { kind: round.kind, steps: round.steps.length, asked: opened.people, closesOn }
    await db.activity.create({
      data: { regionId, actorId: viewer.userId, kind: 'round.opened', subject: id, after },
    })
    const told = people.flatMap(({ userId }) => (userId && userId !== viewer.userId ? userId : []))
    const facts = { title: round.message.slice(0, 200), dueOn: closesOn }
    await notify(
      db,
      regionId,
      told.map((userId) => ({ userId, kind: 'round.opened' as const, subject: id, facts })),
    )
    return { slug: record.slug }
  })
}

/** Gives an open round more days, up to four weeks in all. Throws Denial like openRound. */
export function extendRound(viewer: Viewer, { regionId, id, version, closesOn }: ExtendRound) {
  return holding({ viewer, regionId }, async (db, record) => {
    const round = await db.round.findFirst({ where: { regionId, id, version, state: 'open' } })
    if (!round?.openedOn || !round.closesOn) throw await missing(db, regionId, id)
    const { last } = closingDays(round.openedOn.toISOString().slice(0, 10))
    const present = round.closesOn.toISOString().slice(0, 10)
    if (!closesOn || closesOn <= present || closesOn > last) {
      throw new Denial('invalid', 'closesOn:extendTo')
    }
    const { count } = await db.round.updateMany({
      where: { regionId, id, version, state: 'open' },
      data: { closesOn: fromDay(closesOn), version: { increment: 1 } },
    })
    if (count === 0) throw new Denial('conflict')
    const [before, after] = [{ closesOn: present }, { closesOn }]
    await db.activity.create({
      data: {
        regionId,
        actorId: viewer.userId,
        kind: 'round.extended',
        subject: id,
        before,
        after,
      },
    })
    return { slug: record.slug }
  })
}

/**
 * Makes the address by which partners of the region join an open round, or ends it. Throws Denial:
 * not-found, forbidden, conflict.
 */
export function linkRound(viewer: Viewer, { regionId, id, version, link }: LinkRound) {
  return holding({ viewer, regionId }, async (db, record) => {
    const { count } = await db.round.updateMany({
      where: { regionId, id, version, state: 'open' },
      data: {
        link: link === 'make' ? crypto.randomUUID().replaceAll('-', '') : null,
        version: { increment: 1 },
      },
    })
    if (count === 0) throw await missing(db, regionId, id)
    return { slug: record.slug }
  })
}

/** A change of a region's rounds by its coordinator, one after the other. */
export function holding<T>(
  { viewer, regionId }: { viewer: Viewer; regionId: string },
  work: (db: Db, record: RegionRecord) => Promise<T>,
): Promise<T> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: regionId })
      if (!canHoldRounds(viewer, regionId)) throw new Denial('forbidden')
      return work(db, record)
    },
    { lock: regionId },
  )
}

async function checkPlan(
  db: Db,
  { id, edition }: RegionRecord,
  plan: Pick<DraftRound, 'steps' | 'languages' | 'partners'>,
) {
  const { steps } = await getGuide(edition, 'en', db)
  const known = new Set(steps.map(({ slug }) => slug))
  if (plan.steps.length === 0) throw new Denial('invalid', 'steps:chooseSome')
  if (plan.steps.some((slug) => !known.has(slug))) throw new Denial('invalid', 'steps:invalid')
  if (plan.languages.length === 0) throw new Denial('invalid', 'languages:chooseSome')
  const found = await db.partner.count({
    where: { regionId: id, id: { in: plan.partners }, archivedAt: null },
  })
  if (found !== new Set(plan.partners).size) throw new Denial('invalid', 'partners:invalid')
}

function checkClosing(closesOn: string | null, today: string) {
  if (!closesOn) throw new Denial('invalid', 'noLastDay')
  const { first, last } = closingDays(today)
  if (closesOn < first || closesOn > last) throw new Denial('invalid', 'twoToFourWeeks')
}

/** One round less another, of nearly the same people, would be the answers of the few who differ. */
async function checkApart(
  db: Db,
  { regionId, id, kind, steps }: { regionId: string; id: string; kind: string; steps: string[] },
  today: string,
) {
  const lately = { gt: fromDay(lastClosingBefore(today)) }
  const found = await db.round.findFirst({
    where: {
      ...{ regionId, id: { not: id }, kind, steps: { hasSome: steps } },
      // A round that was too small showed nothing.
      OR: [{ state: 'open' }, { state: 'closed', closedOn: lately, answered: { gte: SHOWN_FROM } }],
    },
    orderBy: { state: 'desc' },
  })
  if (found) throw new Denial('invalid', found.state === 'open' ? 'askedAlready' : 'askedLately')
}

/** Everybody who speaks for one of the organisations. */
async function seat(db: Db, regionId: string, roundId: string, partners: string[]) {
  await db.$executeRaw`
    insert into round_people (region_id, id, round_id, user_id, partner_id)
    select m.region_id, gen_random_uuid(), ${roundId}::uuid, m.user_id, m.partner_id
    from members m where m.region_id = ${regionId}::uuid and m.role = 'partner'
      and m.partner_id = any (${partners}::uuid[])`
}

async function missing(db: Db, regionId: string, id: string): Promise<Denial> {
  const there = await db.round.count({ where: { regionId, id } })
  return new Denial(there > 0 ? 'conflict' : 'not-found')
}
