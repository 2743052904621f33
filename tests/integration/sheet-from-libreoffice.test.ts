import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keepSheet } from '@/lib/journey/sheet/keep'
import { lookAtSheet } from '@/lib/journey/sheet/preview'
import { keepSheetSchema } from '@/lib/journey/sheet/schema'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'

// Exported from a fresh region, opened in LibreOffice 7.4, changed there and saved again: columns
// moved, one left out, days typed as days, a number where a version stood, a row added.
let world: World
beforeEach(async () => {
  world = await createWorld()
  for (const table of ['ticks', 'milestones', 'own_entries'])
    await sql(`delete from ${table} where region_id = $1`, [world.own.id])
})

const look = async (name: string) => {
  const bytes = await readFile(join(import.meta.dirname, '../support/fixtures', name))
  const file = new File([Uint8Array.from(bytes)], name)
  const regionId = world.own.id
  return lookAtSheet(world.viewers.coordinator, { regionId, file }, 'en')
}

const INTENDED = [
  {
    what: 'Write the skills gap as one question',
    changes: ['State: Open → Done', 'Done or reached on: nothing → 14 Mar 2026'],
  },
  {
    what: 'Note what the gap rests on',
    changes: ['Note: nothing → Zwei Zeilen:\nÄpfel & „Birnen“', 'Owner: Coordinator → Business'],
  },
  {
    what: 'Shared purpose agreed',
    changes: [
      'State: Planned → Reached',
      'Wanted by or planned for: nothing → 28 Feb 2026',
      'Done or reached on: nothing → 14 Mar 2026',
    ],
  },
  {
    what: 'Our own fair',
    changes: ['New entry in Map your ecosystem', 'Wanted by or planned for: nothing → 1 May 2027'],
  },
]

test.each(['sheet-from-libreoffice.xlsx', 'sheet-from-libreoffice.csv'])(
  '%s changes what was changed in it, and nothing else',
  async (name) => {
    const { rows, changes, ignored } = await look(name)
    expect(rows.map(({ what, changes }) => ({ what, changes }))).toEqual(INTENDED)
    expect(rows.flatMap(({ faults }) => faults)).toEqual([])
    expect(ignored).toBeNull()
    const regionId = world.own.id
    await keepSheet(world.viewers.coordinator, keepSheetSchema.parse({ regionId, changes }))
    const kept = await sql(
      `select item, state, done_on::text, note, owner_sector from ticks
        where region_id = $1 order by item`,
      [regionId],
    )
    const plain = { done_on: null, note: '', owner_sector: null }
    expect(kept).toEqual([
      {
        ...{ ...plain, item: 'purpose.checklist.gap-evidence-noted', state: 'open' },
        ...{ note: 'Zwei Zeilen:\nÄpfel & „Birnen“', owner_sector: 'business' },
      },
      {
        ...{ ...plain, item: 'purpose.checklist.gap-question-written', state: 'done' },
        done_on: '2026-03-14',
      },
    ])
    expect((await look(name)).rows.map(({ what }) => what)).toContain('Our own fair')
  },
)

test('formulas are not evaluated: each is a fault of its row', async () => {
  const { rows, changes } = await look('sheet-with-formulas.xlsx')
  expect(changes).toBeNull()
  expect(rows).toEqual([
    {
      ...{ row: 2, what: 'Write the skills gap as one question', changes: [] },
      faults: [
        'State: This is a formula. Please put in what it should say.',
        'Note: This is a formula. Please put in what it should say.',
      ],
    },
  ])
})
