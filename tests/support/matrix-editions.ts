import {
  compareEdition,
  getDraft,
  getEditionFile,
  listEditions,
} from '@/lib/guidebook/edition/data'
import { digestOf } from '@/lib/guidebook/edition/digest'
import { draftEdition, loadEdition } from '@/lib/guidebook/edition/load'
import { getMove, moveRegion } from '@/lib/journey/move/data'
import { v7 as uuid } from 'uuid'
import { asFile, changeSome, editionFile } from './editions'
import { adminOnly, type ProgrammeRow, programme, type Row } from './matrix-answers'
import { insert, sql } from './owner'

const file = await editionFile(changeSome)
const digest = digestOf(file)

/** A draft as an administrator has brought it. */
async function keepDraft(userId: string): Promise<string> {
  const id = uuid()
  await sql('delete from edition_drafts')
  await insert('edition_drafts', {
    ...{ id, created_by_id: userId, digest, file: JSON.stringify(file) },
  })
  return id
}

/** A second edition to move to: a twin of the first. */
async function addTwin(): Promise<void> {
  await sql(`insert into editions (number, title, model, digest, wording, source)
    select 2, title, model, 'twin', wording, source from editions where number = 1
    on conflict do nothing`)
  const tables = ['parts', 'steps', 'tips', 'items', 'milestones', 'tasks', 'tools']
  for (const table of tables.map((name) => `guide_${name}`)) {
    const columns = await sql<{ list: string }>(
      `select string_agg(quote_ident(column_name), ', ') list from information_schema.columns
        where table_name = $1 and column_name <> 'edition'`,
      [table],
    )
    const list = columns[0]?.list ?? ''
    await sql(`insert into ${table} (edition, ${list})
      select 2, ${list} from ${table} where edition = 1 on conflict do nothing`)
  }
}

/** Rows of matrix.ts about moving a region. */
export const EDITION_MATRIX: Record<string, Row> = {
  'lib/journey/move/data.ts#getMove': {
    prepare: addTwin,
    call: (viewer, { slug }) => getMove(viewer, slug, 'en', null),
    answers: {
      ...{ admin: 'forbidden', staff: 'ok', coordinator: 'forbidden' },
      ...{ partner: 'forbidden', observer: 'forbidden' },
    },
  },
  'lib/journey/move/data.ts#moveRegion': {
    writes: true,
    prepare: addTwin,
    call: (viewer, { id: regionId }) => moveRegion(viewer, { regionId, to: 2, version: 1 }),
    answers: {
      ...{ admin: 'forbidden', staff: 'ok', coordinator: 'forbidden' },
      ...{ partner: 'forbidden', observer: 'forbidden' },
    },
  },
}

/** Rows of matrix.ts about editions themselves. */
export const EDITION_PROGRAMME_MATRIX: Record<string, ProgrammeRow> = {
  'lib/guidebook/edition/data.ts#listEditions': { call: listEditions, everybody: programme },
  'lib/guidebook/edition/data.ts#compareEdition': {
    call: (viewer) => compareEdition(viewer, 1, null),
    everybody: programme,
  },
  'lib/guidebook/edition/data.ts#getEditionFile': {
    call: (viewer) => getEditionFile(viewer, 1),
    everybody: programme,
  },
  'lib/guidebook/edition/data.ts#getDraft': {
    prepare: async ({ viewers }) => void (await keepDraft(viewers.admin.userId)),
    call: async (viewer) => {
      const [draft] = await sql<{ id: string }>('select id from edition_drafts')
      return getDraft(viewer, draft?.id ?? '', null)
    },
    everybody: adminOnly,
  },
  'lib/guidebook/edition/load.ts#draftEdition': {
    writes: true,
    call: (viewer) => draftEdition(viewer, asFile(file)),
    everybody: adminOnly,
  },
  'lib/guidebook/edition/load.ts#loadEdition': {
    writes: true,
    prepare: async ({ viewers }) => void (await keepDraft(viewers.admin.userId)),
    call: async (viewer) => {
      const [draft] = await sql<{ id: string }>('select id from edition_drafts')
      return loadEdition(viewer, { id: draft?.id ?? '', digest, newest: 1 })
    },
    everybody: adminOnly,
  },
}
