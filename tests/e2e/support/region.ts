import { expect, type Page } from '@playwright/test'
import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import type { RegionRole } from '../../../lib/auth/rules'
import { projectRegion } from '../../../lib/journey/projection/rules'
import { readEdition } from '../../../prisma/edition/read'
import { listStepShapes } from '../../../prisma/edition/shape'
import { projectionRows } from '../../../prisma/projection-rows'
import { addPerson, type Who } from './people'

export type TestRegion = { id: string; slug: string; name: string; home: string }

/** Sets up a region in which nothing has happened yet: each test works in one of its own. */
export async function addRegion(owner: pg.Pool, name: string): Promise<TestRegion> {
  const edition = await readEdition()
  const id = uuid()
  const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${id.slice(-8)}`
  const [country, territoryType, kind] = ['CZ', 'region', 'partnership'] as const
  await owner.query(
    `insert into regions (id, slug, name, country, territory_type, time_zone, languages, edition, kind)
     values ($1, $2, $3, $4, $5, 'Europe/Prague', '{cs}', $6, $7)`,
    [id, slug, name, country, territoryType, edition.number, kind],
  )
  const rows = projectionRows(
    projectRegion({
      region: { regionId: id, slug, name, country, territoryType, kind, startedOn: null },
      guide: listStepShapes(edition.content),
      ...{ ticks: [], milestones: [], lastEntryOn: {} },
      asOf: '2000-01-01',
    }),
  )
  for (const [table, list] of Object.entries(rows)) await insert(owner, table, list)
  return { id, slug, name, home: `/regions/${slug}` }
}

/** Adds an organisation to a region and gives its id. */
export async function addPartner(
  owner: pg.Pool,
  region: TestRegion,
  name: string,
): Promise<string> {
  const id = uuid()
  await owner.query(
    `insert into partners (region_id, id, name, sector, status) values ($1, $2, $3, 'business', 'engaged')`,
    [region.id, id, name],
  )
  return id
}

/** Adds a person with a place in a region and gives their address. */
export async function addMember(
  owner: pg.Pool,
  region: TestRegion,
  { name, role, partnerId = null }: { name: string; role: RegionRole; partnerId?: string | null },
): Promise<Who> {
  const email = await addPerson(owner, name)
  await owner.query(
    `insert into members (region_id, id, user_id, role, partner_id)
     select $1, $2, id, $3, $4 from users where email = $5`,
    [region.id, uuid(), role, partnerId, email],
  )
  return email
}

async function insert(owner: pg.Pool, table: string, rows: object[]) {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await owner.query(
    `insert into ${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

/** Ticks an item of the step on the page and waits until that is said. */
export async function tick(page: Page, label: string): Promise<void> {
  const form = page.getByRole('form', { name: label })
  await form.getByRole('button', { name: `Done: ${label}` }).click()
  await expect(form.getByRole('status')).not.toBeEmpty()
  await expect(form.getByRole('button', { name: `Reopen: ${label}` })).toBeVisible()
}

/** What the guidebook says of a step, in English. */
export async function findStepContent(slug: string) {
  const { content } = await readEdition()
  const step = content.steps.find((candidate) => candidate.slug === slug)
  if (!step) throw new Error(`The guidebook has no step ${slug}.`)
  const { title, checklist: items, milestones } = step
  return { title, items, milestones }
}

/** The same of the edition that a region follows, which another test may have loaded. */
export async function findStepOf(owner: pg.Pool, region: string, slug: string) {
  const of = `edition = (select edition from regions where slug = $1) and step = $2`
  const items = await owner.query<{ label: string }>(
    `select label from guide_items where kind = 'checklist' and ${of} order by position`,
    [region, slug],
  )
  const gates = await owner.query<{ title: string }>(
    `select title from guide_milestones where gate and ${of} order by position`,
    [region, slug],
  )
  return { items: items.rows, gates: gates.rows }
}
