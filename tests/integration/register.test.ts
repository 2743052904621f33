import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { getJourney } from '@/lib/journey/data'
import { planItem } from '@/lib/journey/ticks'
import { addPartner, changePartner } from '@/lib/partners/changes'
import { getCoverage } from '@/lib/partners/coverage'
import { getPartner, listPartners } from '@/lib/partners/data'
import { filterOf, registerFilterSchema } from '@/lib/partners/listing/schema'
import { mergePartners } from '@/lib/partners/merge'
import { addPartnerSchema, changePartnerSchema } from '@/lib/partners/schema'
import { changeSeveralPartners } from '@/lib/partners/several'
import { exportPartners } from '@/lib/partners/sheet/export'
import { keepPartners } from '@/lib/partners/sheet/keep'
import { lookAtPartners, type PartnersPreview } from '@/lib/partners/sheet/preview'
import { keepPartnersSchema } from '@/lib/partners/sheet/schema'
import { changeDays } from '@/lib/partners/standings'
import { addVoice, findVoice, sayNobody } from '@/lib/partners/voices/changes'
import { readEdition } from '../../prisma/edition/read'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { insert, sql } from '../support/owner'

const { demonstrators } = (await readEdition()).content

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const clara = () => world.viewers.coordinator
const regionId = () => world.own.id
const list = async (viewer: Viewer, asked: object = {}) =>
  (await listPartners(viewer, world.own.slug, filterOf(registerFilterSchema.parse(asked)))).partners

const asFile = (body: string | Buffer, name = 'partners.csv') =>
  new File([typeof body === 'string' ? body : Uint8Array.from(body)], name)

const look = (file: File, locale = 'en') =>
  lookAtPartners(clara(), { regionId: regionId(), file }, locale)

const keep = async ({ changes, relations }: PartnersPreview, choices?: string | string[]) =>
  keepPartners(
    clara(),
    keepPartnersSchema.parse({ regionId: regionId(), changes, relations, choices }),
  )

const emptyRegister = () =>
  sql(
    `with gone as (select $1::uuid id), a as (delete from task_partners where region_id = $1),
      r as (delete from relations where region_id = $1),
      o as (delete from round_people where region_id = $1),
      g as (delete from consensus_people where region_id = $1),
      p as (delete from tasks where region_id = $1), t as (delete from ticks where region_id = $1),
      m as (delete from milestones where region_id = $1),
      c as (delete from partner_contacts where region_id = $1),
      v as (delete from missing_voices where region_id = $1),
      s as (delete from partner_standings where region_id = $1),
      b as (delete from members where region_id = $1 and partner_id is not null)
    delete from partners where region_id = $1`,
    [regionId()],
  )

describe('contacts without account', () => {
  test.each(['observer', 'staff', 'admin'] as const)('%s never gets to them', async (role) => {
    const viewer = world.viewers[role]
    const { contacts } = await getPartner(viewer, world.own.slug, world.own.partner)
    expect(contacts).toEqual([])
    // Also where somebody forgot to ask: the database itself keeps them.
    const rows = await asViewer(viewer, (db) => db.partnerContact.count())
    expect(rows).toBe(0)
  })

  test('partners see those of their own organisation alone', async () => {
    const other = { region_id: regionId(), partner_id: world.own.otherPartner }
    await insert('partner_contacts', { ...other, id: crypto.randomUUID(), name: 'Somebody else' })
    const names = await asViewer(world.viewers.partner, (db) =>
      db.partnerContact.findMany({ select: { partnerId: true } }),
    )
    expect(names).toEqual([{ partnerId: world.own.partner }])
    expect(await asViewer(clara(), (db) => db.partnerContact.count())).toBe(2)
  })
})

describe('how near somebody is', () => {
  const wanted = { name: 'Kreativhaus', sector: 'creative_civil', status: 'contacted' }

  test('each status keeps its day, and days can be put right', async () => {
    const { id } = await addPartner(
      clara(),
      addPartnerSchema.parse({ regionId: regionId(), ...wanted, gainFunding: 'on' }),
    )
    await changePartner(
      clara(),
      changePartnerSchema.parse({
        ...{ regionId: regionId(), id, version: 1, ...wanted, status: 'engaged' },
      }),
    )
    await changeDays(clara(), {
      ...{ regionId: regionId(), id, version: 2, identified: null, contacted: '2026-01-10' },
      ...{ engaged: '2026-02-11', committed: null, left: null },
    })
    const { partner } = await getPartner(clara(), world.own.slug, id)
    expect(partner.standings).toEqual([
      { status: 'contacted', since: '2026-01-10' },
      { status: 'engaged', since: '2026-02-11' },
    ])
  })

  test('no day lies ahead', async () => {
    const refused = changeDays(clara(), {
      ...{ regionId: regionId(), id: world.own.partner, version: 1, identified: '2099-01-01' },
      ...{ contacted: null, engaged: null, committed: null, left: null },
    })
    expect(await denialOf(refused)).toBe('invalid: identified:future')
  })
})

test('several are changed at once or not at all', async () => {
  const entries = [world.own.partner, world.own.otherPartner].map((id) => ({ id, version: 1 }))
  const change = { regionId: regionId(), what: 'status' as const, status: 'committed' as const }
  await changeSeveralPartners(clara(), { ...change, entries })
  expect((await list(clara())).map(({ status }) => status)).toEqual(['committed', 'committed'])
  const again = changeSeveralPartners(clara(), { ...change, status: 'left', entries })
  expect(await denialOf(again)).toBe('conflict')
  expect((await list(clara())).map(({ status }) => status)).toEqual(['committed', 'committed'])
})

describe('the list of organisations', () => {
  test.each(demonstrators.map(({ slug }) => slug))('of %s comes in whole', async (slug) => {
    await emptyRegister()
    const path = join(import.meta.dirname, `../support/fixtures/partners-${slug}.xlsx`)
    const shown = await look(asFile(await readFile(path), 'partners.xlsx'))
    expect(shown.rows.flatMap(({ faults, options }) => [...faults, ...options])).toEqual([])
    await keep(shown)
    const told = demonstrators.find((one) => one.slug === slug)?.organisations ?? []
    const facts = (await list(clara())).map(({ name, sector, kind, intermediary }) => ({
      ...{ name, sector, kind, intermediary },
    }))
    const expected = told.map(({ name, sector, subtype: kind, intermediary }) => ({
      ...{ name, sector, kind, intermediary },
    }))
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(facts.sort(byName)).toEqual(expected.sort(byName))
  })

  test('goes out and comes back as it was, in every language', async () => {
    for (const locale of ['en', 'de'])
      for (const format of ['csv', 'xlsx'] as const) {
        const { body, name } = await exportPartners(clara(), world.own.slug, locale, format)
        const { rows, changes } = await look(asFile(body, name), locale)
        expect({ rows, changes }).toEqual({ rows: [], changes: null })
      }
  })

  test('another spelling is asked about, and the same organisation stays one', async () => {
    const uni = 'Amsterdam University of Applied Sciences (HvA)'
    await keep(await look(asFile(`name,sector\n${uni},public`)))
    const shown = await look(asFile('name,sector,city,gains\nHvA,education_research,Amsterdam,x'))
    expect(shown.changes).toBeNull()
    const right = await look(
      asFile('name,sector,city,gains\nHvA,education_research,Amsterdam,"learning; funding"'),
    )
    expect(right.rows[0]?.options.map(({ label }) => label)).toEqual([
      `The same as ${uni}`,
      'A new organisation',
    ])
    expect(await denialOf(keep(right))).toBe('invalid: choices:chooseEach')
    await keep(right, right.rows[0]?.options[0]?.value)
    const found = await list(clara(), { q: 'amsterdam' })
    expect(found.map(({ name, city, gains }) => ({ name, city, gains }))).toEqual([
      { name: uni, city: 'Amsterdam', gains: ['learning', 'funding'] },
    ])
  })

  test('one row with a fault keeps all of it away', async () => {
    const before = await list(clara())
    const shown = await look(asFile('name,sector\nOne,public\nTwo,nowhere\nOne,business'))
    expect(shown.changes).toBeNull()
    expect(shown.rows.map(({ row, faults }) => [row, faults.length])).toEqual([
      [2, 0],
      [3, 1],
      [4, 1],
    ])
    const refused = keepPartners(clara(), {
      ...{ regionId: regionId(), choices: new Map() },
      changes: [
        { row: 2, id: null, version: null, set: { name: 'One', sector: 'public' } },
        { row: 3, id: null, version: null, set: { name: 'one', sector: 'public' } },
      ],
    })
    expect(await denialOf(refused)).toBe('conflict: sheetChanged')
    expect(await list(clara())).toEqual(before)
  })

  test('what begins like a formula stays text', async () => {
    await keep(await look(asFile('name,sector,brings\nOne,public,"=1+1"')))
    const { body } = await exportPartners(clara(), world.own.slug, 'en', 'csv')
    expect(body.toString()).toContain(`"'=1+1"`)
    expect((await list(clara(), { q: 'One' }))[0]?.brings).toBe('=1+1')
  })
})

test('of two entries one stays, with all that the other had', async () => {
  const [kept, gone] = [world.own.otherPartner, world.own.partner]
  await planItem(clara(), {
    ...{ regionId: regionId(), item: 'purpose.checklist.key-words-agreed', version: 0 },
    ...{ owner: { kind: 'partner', partnerId: gone }, dueOn: null, note: '' },
  })
  await mergePartners(clara(), {
    ...{ regionId: regionId(), keep: kept, keepVersion: 1, gone, goneVersion: 1 },
  })
  const { partner, people, contacts } = await getPartner(clara(), world.own.slug, kept)
  expect(people.map(({ name }) => name)).toEqual(['Pavel'])
  expect(contacts.map(({ id }) => id)).toEqual([world.own.contact])
  expect(partner.secondarySectors).toContain('business')
  const [tick] = await sql('select owner_partner from ticks where region_id = $1 and item = $2', [
    ...[regionId(), 'purpose.checklist.key-words-agreed'],
  ])
  expect(tick?.owner_partner).toBe(kept)
  const asked = await sql('select task_id, partner_id from task_partners where region_id = $1', [
    regionId(),
  ])
  expect(asked).toEqual([{ task_id: world.own.task, partner_id: kept }])
  const left = await getPartner(clara(), world.own.slug, gone)
  expect(left.partner.archived && left.mergedInto?.id).toBe(kept)
})

describe('who is missing', () => {
  test('a sector is answered by a name or by nobody, not by both', async () => {
    const about = { regionId: regionId(), sector: 'public' as const }
    await addVoice(world.viewers.partner, { ...about, who: 'The city', why: '', seeker: '' })
    expect(await denialOf(sayNobody(clara(), about))).toBe('invalid: voicesOpen')
    const { voices } = await getCoverage(clara(), world.own.slug, 'en')
    const [voice] = voices.find(({ sector }) => sector === 'public')?.open ?? []
    await findVoice(clara(), {
      ...{ regionId: regionId(), id: voice?.id ?? '', version: 1, partner: world.own.partner },
    })
    const after = (await getCoverage(clara(), world.own.slug, 'en')).voices
    expect(after.map(({ sector, answered }) => [sector, answered])).toEqual([
      ...[['public', true] as const, ['education_research', false] as const],
      ...[['business', true] as const, ['creative_civil', false] as const],
    ])
  })
})

test('what the register knows suggests ticks, and ticks nothing itself', async () => {
  const suggested = async () =>
    (await getJourney(clara(), world.own.slug, 'en', { step: 'ecosystem' })).suggestions.map(
      ({ item }) => item,
    )
  const before = await suggested()
  expect(before).not.toContain('ecosystem.checklist.helix-listed')
  const rows = ['public', 'education_research', 'business', 'creative_civil'].flatMap((sector) =>
    [1, 2].map((n) => `${sector} house ${n},${sector},contacted,yes`),
  )
  await keep(await look(asFile(['name,sector,status,bridge', ...rows].join('\n'))))
  expect((await suggested()).filter((item) => !before.includes(item))).toEqual([
    'ecosystem.checklist.helix-listed',
    'ecosystem.checklist.micro-players-found',
    'ecosystem.checklist.bridges-asked',
  ])
  const [ticks] = await sql(
    `select count(*)::int n from ticks where region_id = $1
    and item = 'ecosystem.checklist.helix-listed'`,
    [regionId()],
  )
  expect(ticks?.n).toBe(0)
})
