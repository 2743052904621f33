import { v7 as uuid } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { asViewer } from '@/lib/db/as-viewer'
import { getNetwork } from '@/lib/network/data'
import { networkAddress } from '@/lib/network/schema'
import { getPartner } from '@/lib/partners/data'
import { mergePartners } from '@/lib/partners/merge'
import { exportPartners } from '@/lib/partners/sheet/export'
import { keepPartners } from '@/lib/partners/sheet/keep'
import { lookAtPartners, type PartnersPreview } from '@/lib/partners/sheet/preview'
import { keepPartnersSchema } from '@/lib/partners/sheet/schema'
import { addRelation, changeRelation, endRelation } from '@/lib/relations/changes'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { insert, sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const clara = () => world.viewers.coordinator
const pavel = () => world.viewers.partner
const regionId = () => world.own.id

/** Adds an organisation that is neither Pavel's nor known already. */
async function addOrganisation(name: string, sector = 'public'): Promise<string> {
  const id = uuid()
  await insert('partners', { region_id: regionId(), id, name, sector, status: 'engaged' })
  return id
}

const map = async (asked: object = {}, viewer = clara()) =>
  (await getNetwork(viewer, world.own.slug, networkAddress.parse(asked))).view

const say = (one: string, said: 'works_with' | 'funded_by' | 'knows', other: string) => ({
  ...{ regionId: regionId(), one, said, other, since: '2026-02-01' },
})

describe('a partner', () => {
  test('enters, corrects and ends what the own organisation is to others', async () => {
    const city = await addOrganisation('City of Light')
    await addRelation(pavel(), say(world.own.partner, 'funded_by', city))
    const own = async () =>
      (await getPartner(pavel(), world.own.slug, world.own.partner)).relations.open.find(
        ({ other }) => other.id === city,
      )
    const added = await own()
    expect(added).toMatchObject({ said: 'funded_by', since: '2026-02-01', mayChange: true })
    const which = { regionId: regionId(), id: added?.id ?? '', one: world.own.partner }
    await changeRelation(pavel(), {
      ...{ ...which, version: 1, said: 'works_with', since: '2026-01-01', endedOn: null },
    })
    expect(await own()).toMatchObject({ said: 'works_with', since: '2026-01-01', version: 2 })
    await endRelation(pavel(), { regionId: regionId(), id: which.id, version: 2, how: 'over' })
    expect(await own()).toBeUndefined()
    const told = await sql<{ kind: string }>(
      'select kind from activities where region_id = $1 and subject = $2 order by id',
      [regionId(), which.id],
    )
    expect(told.map(({ kind }) => kind)).toEqual([
      ...['relation.added', 'relation.changed', 'relation.ended'],
    ])
  })

  test('says nothing about two others, not even with SQL', async () => {
    const city = await addOrganisation('City of Light')
    const refused = addRelation(pavel(), say(world.own.otherPartner, 'knows', city))
    expect(await denialOf(refused)).toBe('forbidden')
    const id = uuid()
    const forged = asViewer(
      pavel(),
      (db) =>
        db.$executeRaw`insert into relations (region_id, id, kind, from_id, to_id, since)
        values (${regionId()}::uuid, ${id}::uuid, 'funds', ${world.own.otherPartner}::uuid,
          ${city}::uuid, '2026-01-01')`,
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})

test('the same of the same two is said once, whoever says it', async () => {
  await addRelation(clara(), say(world.own.partner, 'works_with', world.own.otherPartner))
  const again = addRelation(pavel(), say(world.own.partner, 'works_with', world.own.otherPartner))
  expect(await denialOf(again)).toBe('invalid: other:relationKnown')
  const turned = addRelation(clara(), say(world.own.otherPartner, 'works_with', world.own.partner))
  expect(await denialOf(turned)).toBe('invalid: other:relationKnown')
  const self = addRelation(clara(), say(world.own.partner, 'knows', world.own.partner))
  expect(await denialOf(self)).toBe('invalid: other:sameTwice')
})

test('two days are compared by what held on each', async () => {
  const city = await addOrganisation('City of Light')
  await addRelation(clara(), say(world.own.partner, 'knows', city))
  await sql(`update relations set ended_on = '2026-03-01' where region_id = $1 and id = $2`, [
    ...[regionId(), world.own.relation],
  ])
  const { lines } = await map({ since: '2026-01-20', on: '2026-04-01' })
  expect(lines.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    ...['funds ended', 'knows came'],
  ])
  expect((await map({ on: '2026-01-20' })).lines.map(({ kind }) => kind)).toEqual(['funds'])
})

test('of two entries one keeps the relations of both, without doubles', async () => {
  const [city, school] = [await addOrganisation('City'), await addOrganisation('School')]
  const [kept, gone] = [world.own.otherPartner, world.own.partner]
  await addRelation(clara(), say(gone, 'works_with', city))
  await addRelation(clara(), say(kept, 'works_with', city))
  await addRelation(clara(), say(gone, 'knows', school))
  await mergePartners(clara(), {
    ...{ regionId: regionId(), keep: kept, keepVersion: 1, gone, goneVersion: 1 },
  })
  const { open } = (await getPartner(clara(), world.own.slug, kept)).relations
  expect(open.map(({ said, other }) => `${said} ${other.name}`)).toEqual([
    ...['works_with City', 'knows School'],
  ])
})

describe('the sheet of relations', () => {
  const asFile = (body: string | Buffer, name: string) =>
    new File([typeof body === 'string' ? body : Uint8Array.from(body)], name)
  const look = (file: File, locale = 'en') =>
    lookAtPartners(clara(), { regionId: regionId(), file }, locale)
  const keep = ({ changes, relations }: PartnersPreview) =>
    keepPartners(clara(), keepPartnersSchema.parse({ regionId: regionId(), changes, relations }))
  const rows = () =>
    sql(
      'select kind, from_id, to_id, since::text, ended_on::text from relations where region_id = $1 order by id',
      [regionId()],
    )

  test('goes out beside the organisations and comes back as it was', async () => {
    const city = await addOrganisation('=City')
    await addRelation(clara(), say(world.own.partner, 'knows', city))
    await sql(`update relations set ended_on = '2026-03-01' where region_id = $1 and id = $2`, [
      ...[regionId(), world.own.relation],
    ])
    const before = await rows()
    for (const locale of ['en', 'de'])
      for (const [format, what] of [
        ['xlsx', 'organisations'],
        ['csv', 'relations'],
      ] as const) {
        const { body, name } = await exportPartners(clara(), world.own.slug, locale, format, what)
        if (format === 'csv') expect(body.toString()).toContain("'=City")
        const shown = await look(asFile(body, name), locale)
        expect(shown).toMatchObject({ rows: [], relationRows: [], changes: null })
        // Where everything is gone, the same file brings it all back.
        await sql('delete from relations where region_id = $1', [regionId()])
        await keep(await look(asFile(body, name), locale))
        expect((await rows()).map((row) => JSON.stringify(row)).sort()).toEqual(
          before.map((row) => JSON.stringify(row)).sort(),
        )
      }
  })

  test('names organisations that come with the same file', async () => {
    const { writeBook } = await import('@/lib/sheet/xlsx')
    const body = await writeBook([
      {
        ...{ name: 'Organisations', widths: [] },
        table: [
          ['Organisation', 'Sector'],
          ['Town Hall', 'public'],
          ['Night School', 'education_research'],
        ],
      },
      {
        ...{ name: 'Relations', widths: [] },
        table: [
          ['From', 'Relation', 'To', 'Since', 'Until'],
          ['Town Hall', 'funds', 'Night School', '2026-01-05', ''],
          ['night school', 'arbeitet mit', `${world.own.mark} business`, '', ''],
        ],
      },
    ])
    const shown = await look(asFile(body, 'both.xlsx'))
    expect(shown.relationRows.flatMap(({ faults }) => faults)).toEqual([])
    expect((await keep(shown)).count).toBe(4)
    const { lines } = await map()
    expect(lines.map(({ kind }) => kind).sort()).toEqual(['funds', 'funds', 'works_with'])
    // The same file says nothing new the second time.
    expect((await look(asFile(body, 'both.xlsx'))).changes).toBeNull()
  })

  test('with one faulty row keeps all of it away', async () => {
    const before = await rows()
    const business = `${world.own.mark} business`
    const creative = `${world.own.mark} creative_civil`
    const shown = await look(
      asFile(
        [
          'From,Relation,To,Since,Until',
          `${business},knows,${creative},2026-01-05,`,
          `${business},likes,${creative},,`,
          `${business},knows,Nobody,,`,
          `${business},works with,${business},,`,
          `${creative},knows,${business},,`,
          `${business},works with,${creative},2099-01-01,`,
          `${business},works with,${creative},2026-02-01,2026-01-01`,
        ].join('\n'),
        'relations.csv',
      ),
    )
    expect(shown.changes).toBeNull()
    expect(shown.relationRows.map(({ row, faults }) => [row, faults.length])).toEqual([
      ...[[2, 0] as const, [3, 1] as const, [4, 1] as const, [5, 1] as const],
      ...[[6, 1] as const, [7, 1] as const, [8, 1] as const],
    ])
    const refused = keepPartners(clara(), {
      ...{ regionId: regionId(), changes: [], choices: new Map() },
      relations: [
        ...[{ row: 2, one: business, said: 'knows' as const, other: 'Nobody' }].map((row) => ({
          ...{ ...row, since: null, endedOn: null },
        })),
      ],
    })
    expect(await denialOf(refused)).toBe('conflict: sheetChanged')
    expect(await rows()).toEqual(before)
  })
})
