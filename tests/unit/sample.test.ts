import { beforeAll, describe, expect, it } from 'vitest'
import { deriveJourney } from '../../lib/journey/derived/rules'
import type { MilestoneFact, TickFact } from '../../lib/journey/facts/rules'
import { PERSONAS } from '../../lib/people/personas'
import { type Edition, readEdition } from '../../prisma/edition/read'
import { listStepShapes } from '../../prisma/edition/shape'
import { composeRegion } from '../../prisma/sample/compose-region'
import { listPeople, SAMPLE_DOMAIN } from '../../prisma/sample/people'
import { REGION_PLANS } from '../../prisma/sample/regions'

type TickRow = {
  item: string
  step: string
  state: TickFact['state']
  done_on: string | null
  due_on: string | null
  note: string
  reason: string
  owner_partner: string | null
  version: number
  updated_at: Date
}
type MilestoneRow = {
  milestone: string
  step: string
  state: MilestoneFact['state']
  planned_on: string | null
  reached_on: string | null
  note: string
  updated_at: Date
}
type ActivityRow = {
  kind: string
  subject: string
  at: Date
  id: string
  before: Facts
  after: Facts
}
type Facts = Record<string, unknown> | null

// A Sunday, so that days moved off the weekend show.
const TODAY = '2026-03-01'

let edition: Edition

beforeAll(async () => {
  edition = await readEdition()
})

function compose(today = TODAY) {
  const people = listPeople(REGION_PLANS, today)
  return REGION_PLANS.map((plan) => {
    const rows = composeRegion(edition, plan, today, people.idOf)
    const ticks = rows.ticks as TickRow[]
    const milestones = rows.milestones as MilestoneRow[]
    const activities = rows.activities as ActivityRow[]
    return { plan, rows, ticks, milestones, activities }
  })
}

function derive({ ticks, milestones }: ReturnType<typeof compose>[number]) {
  const lastEntryOn: Record<string, string> = {}
  for (const { step, updated_at } of [...ticks, ...milestones]) {
    const day = updated_at.toISOString().slice(0, 10)
    if (day > (lastEntryOn[step] ?? '')) lastEntryOn[step] = day
  }
  const record = {
    ticks: ticks.map(({ item, state, done_on }) => ({ item, state, doneOn: done_on })),
    milestones: milestones.map((it) => ({
      ...{ milestone: it.milestone, state: it.state },
      ...{ reachedOn: it.reached_on, plannedOn: it.planned_on },
    })),
    lastEntryOn,
  }
  return deriveJourney(listStepShapes(edition.content), record, TODAY)
}

describe('the sample programme', () => {
  it('is the same for the same day, ids included', () => {
    expect(compose()).toEqual(compose())
  })

  it('has eight regions in different countries, with eight to thirty partners of four sectors', () => {
    expect(new Set(REGION_PLANS.map((plan) => plan.country)).size).toBe(8)
    for (const { partners } of REGION_PLANS) {
      expect(partners.length).toBeGreaterThanOrEqual(8)
      expect(partners.length).toBeLessThanOrEqual(30)
      expect(new Set(partners.map(([, sector]) => sector)).size).toBe(4)
    }
  })

  it('shows every state, flag and stage that can be without rounds', () => {
    const journeys = compose().map(derive)
    const steps = journeys.flatMap((journey) => journey.steps)
    expect(new Set(steps.map((step) => step.state))).toEqual(
      new Set(['not_started', 'in_progress', 'reached']),
    )
    expect(new Set(steps.flatMap((step) => step.flags))).toEqual(
      new Set(['needs_refresh', 'quiet', 'ready_for_check', 'waived']),
    )
    expect(new Set(journeys.map((journey) => journey.stage))).toEqual(new Set([0, 1, 2, 3, 4]))
    expect(journeys.some((journey) => journey.ahead.length > 0)).toBe(true)
  })

  it('leads with a region that has reached four steps and lacks two essentials of the fifth', () => {
    const [first] = compose()
    const journey = first && derive(first)
    expect(journey).toMatchObject({ stage: 2, reachedStep: 4 })
    const open = edition.content.steps[4]?.checklist.filter(
      (item) =>
        item.essential && first?.ticks.find((tick) => tick.item === item.id)?.state !== 'done',
    )
    expect(open).toHaveLength(2)
  })

  it('keeps the rules of its own product', () => {
    const essentials = new Set(
      edition.content.steps.flatMap((step) =>
        step.checklist.filter((item) => item.essential).map((it) => it.id),
      ),
    )
    for (const { ticks } of compose()) {
      for (const { item, state, reason, done_on } of ticks) {
        if (state === 'not_applicable') expect(essentials.has(item), item).toBe(false)
        const isLeftOut = state === 'not_applicable' || state === 'waived'
        expect(reason !== '', item).toBe(isLeftOut)
        expect(done_on !== null, item).toBe(isLeftOut || state === 'done')
      }
    }
  })

  it('has entries that are overdue, due today and to come', () => {
    const due = compose().flatMap(({ ticks }) =>
      ticks
        .filter((tick) => tick.state === 'open' || tick.state === 'started')
        .map((it) => it.due_on),
    )
    const isThere = (wanted: (day: string) => boolean) =>
      due.some((day) => day !== null && wanted(day))
    expect(isThere((day) => day < TODAY)).toBe(true)
    expect(isThere((day) => day === TODAY)).toBe(true)
    expect(isThere((day) => day > TODAY)).toBe(true)
  })
})

describe('the history of the sample programme', () => {
  it('leads to what stands now, change by change', () => {
    for (const { ticks, milestones, activities } of compose()) {
      const last = new Map<string, Facts>()
      for (const { kind, subject, before, after } of activities) {
        if (!kind.endsWith('.changed')) continue
        const known = last.get(subject)
        if (known && kind !== 'partner.changed') expect(before).toEqual(known)
        last.set(subject, after)
      }
      for (const { item, state, done_on: doneOn, due_on: dueOn, note, reason } of ticks) {
        expect(last.get(item)).toMatchObject({ state, doneOn, dueOn, note, reason })
      }
      for (const it of milestones) {
        const { state, note, planned_on: plannedOn, reached_on: reachedOn } = it
        expect(last.get(it.milestone)).toMatchObject({ state, note, plannedOn, reachedOn })
      }
      const changed = activities.filter(({ kind }) => kind === 'tick.changed').length
      expect(ticks.reduce((sum, tick) => sum + tick.version, 0)).toBe(changed)
    }
  })

  it('happened on working days in office hours, before today, and sorts by its ids', () => {
    for (const { activities, plan } of compose()) {
      for (const { at } of activities) {
        expect([1, 2, 3, 4, 5], at.toISOString()).toContain(at.getUTCDay())
        expect(at.getUTCHours()).toBeGreaterThanOrEqual(8)
        expect(at.getUTCHours()).toBeLessThan(17)
        expect(at.toISOString() < TODAY).toBe(true)
      }
      const ids = activities.map(({ id }) => id)
      expect(ids, plan.name).toEqual([...ids].sort())
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

describe('the people of the sample programme', () => {
  it('are all at the reserved domain, once each, personas among them', () => {
    const { rows } = listPeople(REGION_PLANS, TODAY)
    const emails = rows.map((row) => row.email)
    expect(new Set(emails).size).toBe(emails.length)
    expect(emails.every((email) => email.endsWith(`@${SAMPLE_DOMAIN}`))).toBe(true)
    expect(emails).toEqual(expect.arrayContaining(Object.values(PERSONAS).map((it) => it.email)))
  })

  it('have the places their personas promise', () => {
    const places = (name: string) =>
      REGION_PLANS.flatMap((plan) =>
        plan.people.filter((it) => it.name === name).map((it) => it.role),
      )
    expect(places(PERSONAS.coordinator.name)).toEqual(['coordinator', 'partner'])
    expect(places(PERSONAS.partner.name)).toEqual(['partner', 'partner'])
    expect(places(PERSONAS.secondPartner.name)).toEqual(['partner'])
    expect(places(PERSONAS.observer.name)).toContain('observer')
  })
})

describe('the ecosystems of the sample programme', () => {
  const settled = () => compose().filter(({ plan }) => plan.created > 30)

  it('have relations between organisations of their own, each once', () => {
    for (const { plan, rows } of settled()) {
      const relations = rows.relations as { kind: string; from_id: string; to_id: string }[]
      const ids = new Set(rows.partners?.map(({ id }) => id))
      expect(relations.length, plan.name).toBeGreaterThanOrEqual(6)
      expect(relations.length, plan.name).toBeLessThanOrEqual(90)
      for (const { kind, from_id: from, to_id: to } of relations) {
        expect(ids.has(from) && ids.has(to)).toBe(true)
        if (kind !== 'funds') expect(from < to).toBe(true)
      }
      const pairs = relations.map((one) => `${one.kind} ${one.from_id} ${one.to_id}`)
      expect(new Set(pairs).size).toBe(pairs.length)
    }
  })

  it('have tasks in every state, some of them late', () => {
    const tasks = settled().flatMap(({ rows }) => rows.tasks as { state: string; due_on: string }[])
    expect(new Set(tasks.map(({ state }) => state))).toEqual(
      new Set(['proposed', 'open', 'submitted', 'handed_back', 'done']),
    )
    expect(tasks.some(({ state, due_on: due }) => state === 'open' && due < TODAY)).toBe(true)
  })

  it('have ratings, talks, contacts and missing voices', () => {
    for (const { plan, rows } of settled()) {
      for (const table of [
        ...['partner_ratings', 'partner_priorities', 'partner_talks'],
        ...['next_contacts', 'partner_contacts', 'missing_voices'],
      ]) {
        expect(rows[table]?.length, `${plan.name}: ${table}`).toBeGreaterThan(0)
      }
    }
  })
})
