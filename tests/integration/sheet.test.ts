import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { getGuide } from '@/lib/guidebook/data'
import { markMilestone } from '@/lib/journey/milestones'
import { addOwn } from '@/lib/journey/own/data'
import { exportSheet } from '@/lib/journey/sheet/export'
import { keepSheet } from '@/lib/journey/sheet/keep'
import { lookAtSheet } from '@/lib/journey/sheet/preview'
import { type Format, FORMATS } from '@/lib/sheet/rules'
import { keepSheetSchema } from '@/lib/journey/sheet/schema'
import { planItem, tickItem, waiveItem } from '@/lib/journey/ticks'
import { undoEntry } from '@/lib/journey/undo/data'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { insert, sql } from '../support/owner'

const guide = await getGuide(1, 'en')
const step = guide.steps[1]
if (!step) throw new Error('The guide has no steps.')
const plain = step.items.filter(({ essential }) => !essential)
const essential = step.items.find((item) => item.essential)
const [milestone] = step.milestones

let world: World
beforeEach(async () => {
  world = await createWorld()
})

type Rows = Record<string, string>[]

const regionId = () => world.own.id
const clara = () => world.viewers.coordinator

const asFile = (body: string | Buffer, name = 'sheet.csv') =>
  new File([typeof body === 'string' ? body : Uint8Array.from(body)], name)

const look = (file: File, locale = 'en') =>
  lookAtSheet(clara(), { regionId: regionId(), file }, locale)

const exported = async (format: Format = 'csv', locale = 'en') => {
  const { body, name } = await exportSheet(clara(), world.own.slug, locale, format)
  return asFile(body, name)
}

const readRows = async (): Promise<Rows> =>
  parse(await (await exported()).text(), { bom: true, columns: true })

/** What everybody sees of it: versions grow by being taken back, too. */
const readPlain = async () => (await readRows()).map((row) => ({ ...row, Version: '' }))

const writeRows = (rows: Rows) => asFile(stringify(rows, { header: true }))

/** The exported sheet with one row changed. */
const edited = async (id: string | undefined, changes: Record<string, string>) =>
  writeRows((await readRows()).map((row) => (row.Id === id ? { ...row, ...changes } : row)))

const keep = async (changes: string | null) =>
  keepSheet(clara(), keepSheetSchema.parse({ regionId: regionId(), changes }))

/** Looks and saves. */
const bringBack = async (file: File) => keep((await look(file)).changes)

const faultsOf = async (file: File, locale = 'en') => {
  const { rows, changes } = await look(file, locale)
  const faults = rows.flatMap((row) => row.faults)
  // With a single fault nothing can be saved.
  if (faults.length > 0) expect(changes).toBeNull()
  return faults
}

const kept = () =>
  sql(
    `select item entry, state, due_on::text, done_on::text, note, reason, owner_kind, owner_sector,
      owner_partner from ticks where region_id = $1 and step = $2
    union all select milestone, state, planned_on::text, reached_on::text, note, '', owner_kind,
      owner_sector, owner_partner from milestones where region_id = $1 and step = $2
    union all select id, 'own', null, null, title, done_when, null, null, null from own_entries
      where region_id = $1 and step = $2 and archived_at is null
    order by entry`,
    [regionId(), step.slug],
  )

const noteOn = (item: string, note: string, version = 0) =>
  planItem(clara(), {
    ...{ regionId: regionId(), item, owner: { kind: 'coordinator' }, dueOn: null, note, version },
  })

describe('a sheet that comes back as it left', () => {
  test.each(FORMATS)('changes nothing as %s, whatever people wrote', async (format) => {
    const place = { regionId: regionId(), step: step.slug, kind: 'item' as const }
    await addOwn(clara(), {
      ...place,
      title: '=HYPERLINK("http://x.example")',
      doneWhen: '@SUM(A1)',
    })
    await addOwn(clara(), { ...place, title: "'=1+1", doneWhen: '_x0041_;,\t"' })
    await insert('partners', {
      ...{ region_id: regionId(), id: crypto.randomUUID(), name: 'Coordinator' },
      ...{ sector: 'business', status: 'engaged' },
    })
    const notes = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), 12)
    for (const [index, item] of step.items.entries()) {
      const wild = ['+1\r\n-2', '\u0001=1', `"${notes[index % 12]}`][index % 3] ?? ''
      await noteOn(item.id, wild.replaceAll('\0', '').trim())
    }
    for (const locale of ['en', 'de']) {
      const file = await exported(format, locale)
      for (const reader of ['en', 'de']) {
        const { rows, changes, ignored } = await look(file, reader)
        expect({ rows, changes, ignored }).toEqual({ rows: [], changes: null, ignored: null })
      }
    }
  })

  test('has no cell that begins a formula', async () => {
    for (const [index, start] of ['=', '+', '-', '@'].entries()) {
      await noteOn(step.items[index]?.id ?? '', `${start}cmd|' /C calc'!A0`)
    }
    const cells = (await readRows()).flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells.filter((cell) => /^'[=+\-@]/.test(cell))).toHaveLength(4)
  })
})

describe('a changed sheet', () => {
  test('is shown first, and saves nothing until then', async () => {
    const before = await kept()
    const file = await edited(plain[0]?.id, { State: 'Done', Note: 'At last' })
    const { headline, rows, unchanged } = await look(file)
    expect(headline).toBe('1 row changes. Nothing is saved yet.')
    expect(rows).toMatchObject([{ what: plain[0]?.label, faults: [] }])
    expect(rows[0]?.changes.slice(0, 2)).toEqual(['Note: nothing → At last', 'State: Open → Done'])
    expect(unchanged).toMatch(/more rows stay as they are/)
    expect(await kept()).toEqual(before)
  })

  test('saves every kind of change at once, and all of it can be taken back', async () => {
    const [own, other] = await Promise.all(
      ['Ours', 'Theirs'].map((title) =>
        addOwn(clara(), {
          ...{ regionId: regionId(), step: step.slug, kind: 'milestone', title, doneWhen: '' },
        }),
      ),
    )
    const before = await readPlain()
    const rows = (await readRows()).map((row): Record<string, string> => {
      if (row.Id === plain[0]?.id) return { ...row, State: 'erledigt', Owner: 'Wirtschaft' }
      if (row.Id === plain[1]?.id) return { ...row, State: 'not_applicable', Reason: 'Too small' }
      if (row.Id === milestone?.id) {
        return { ...row, State: 'reached', 'Done or reached on': '1.3.2026', Note: "'=now" }
      }
      return row.Id === own ? { ...row, What: 'Ours, renamed', Owner: 'any-partner' } : row
    })
    const blank = Object.fromEntries(Object.keys(rows[0] ?? {}).map((column) => [column, '']))
    rows.push({ ...blank, Step: '2', Kind: 'Meilenstein', What: 'A new one', State: 'Geplant' })
    const { batch, count } = await bringBack(writeRows(rows))
    expect(count).toBe(5)
    const after = await kept()
    expect(after).toContainEqual(
      expect.objectContaining({ entry: milestone?.id, state: 'reached', note: '=now' }),
    )
    expect(after).toContainEqual(
      expect.objectContaining({ entry: plain[0]?.id, state: 'done', owner_sector: 'business' }),
    )
    expect(after).toContainEqual(
      expect.objectContaining({ entry: plain[1]?.id, reason: 'Too small', owner_kind: null }),
    )
    expect(after).toContainEqual(expect.objectContaining({ entry: own, note: 'Ours, renamed' }))
    expect(after.find((row) => row.entry === other)).toMatchObject({ note: 'Theirs' })
    expect(after.filter(({ note }) => note === 'A new one')).toHaveLength(1)

    await undoEntry(clara(), { regionId: regionId(), entry: batch })
    expect(await readPlain()).toEqual(before)
  })

  test('is saved once, however often its form is sent', async () => {
    const { changes } = await look(await edited(plain[0]?.id, { Note: 'Once' }))
    await keep(changes)
    expect(await denialOf(keep(changes))).toBe('conflict: sheetChanged')
  })

  test('is saved not at all when anything changed since it was shown', async () => {
    const rows = (await readRows()).map((row) => ({ ...row, Note: 'All of them' }))
    const { changes } = await look(writeRows(rows))
    await noteOn(plain[0]?.id ?? '', 'Somebody else was here')
    const before = await kept()
    expect(await denialOf(keep(changes))).toBe('conflict: sheetChanged')
    expect(await kept()).toEqual(before)
  })

  test('changes nothing by columns that are left out, in whatever order the others stand', async () => {
    await noteOn(plain[0]?.id ?? '', 'To be kept')
    const file = asFile(`Notes of mine;STATE ;id\r\nx;done;${plain[0]?.id}\r\n;;\r\n`)
    const { rows, ignored } = await look(file)
    expect(rows[0]?.changes[0]).toBe('State: Open → Done')
    expect(rows[0]?.changes).toHaveLength(2)
    expect(ignored).toContain('Notes of mine')
    await bringBack(file)
    expect(await kept()).toContainEqual(
      expect.objectContaining({ entry: plain[0]?.id, state: 'done', note: 'To be kept' }),
    )
  })
})

describe('a row that cannot be saved says why', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ['an unknown state', { State: 'perhaps' }, /^State: There is no such state/],
    ['a state of milestones', { State: 'Reached' }, /one of milestones/],
    ['no state', { State: '' }, /^State: Please fill this in/],
    ['a waiver', { State: 'Waived' }, /Only programme staff/],
    ['no reason', { State: 'Not applicable' }, /^Reason: Please say in a few words why/],
    ['a reason for nothing', { Reason: 'Because' }, /^Reason: A reason belongs/],
    ['nobody', { Owner: 'Nobody & Sons' }, /^Owner: Nobody of this name/],
    ['no owner', { Owner: ' ' }, /^Owner: Please fill this in/],
    ['no day', { 'Wanted by or planned for': '30.2.2026' }, /Please give a day/],
    ['a day to come', { State: 'Done', 'Done or reached on': '2099-01-01' }, /still to come/],
    ['a day of what is open', { 'Done or reached on': '2026-01-01' }, /belongs to what is done/],
    ['a long note', { Note: 'x'.repeat(2001) }, /^Note: This is too long. At most 2000/],
    ['a foreign id', { Id: 'purpose.checklist.nothing' }, /^Id: There is nothing of this id/],
    ['a version to come', { Version: '9', Note: 'x' }, /not a version of this entry/],
    ['a broken version', { Version: 'new' }, /not a version of this entry/],
  ]
  test.each(cases)('%s', async (_, changes, sentence) => {
    const faults = await faultsOf(await edited(plain[0]?.id, changes))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(sentence)
  })

  test('an essential item left out', async () => {
    const change = { State: 'Not applicable', Reason: 'We need it not' }
    expect(await faultsOf(await edited(essential?.id, change))).toEqual([
      'State: Essential items and upkeep cannot be left out.',
    ])
    expect(await faultsOf(await edited(step.upkeep.id, change))).toHaveLength(1)
  })

  test('more than two items of a step left out', async () => {
    const ids = plain.slice(0, 3).map(({ id }) => id)
    const change = { State: 'Not applicable', Reason: 'Too small' }
    const out = async (count: number) =>
      writeRows(
        (await readRows()).map((row) =>
          ids.slice(0, count).includes(row.Id ?? '') ? { ...row, ...change } : row,
        ),
      )
    expect(ids).toHaveLength(3)
    expect(await faultsOf(await out(2))).toEqual([])
    expect(await faultsOf(await out(3))).toHaveLength(3)
  })

  test('an item that staff waived', async () => {
    const waived = { regionId: regionId(), item: essential?.id ?? '', waived: true, version: 0 }
    await waiveItem(world.viewers.staff, { ...waived, reason: 'A law forbids it' })
    const again = await edited(essential?.id, { State: 'Done' })
    expect(await faultsOf(again)).toEqual([
      'State: Programme staff waived this. It stays as it is.',
    ])
    expect(await faultsOf(await edited(essential?.id, { Note: 'Fine' }))).toEqual([])
  })

  test('a milestone that is done rather than reached', async () => {
    const file = await edited(milestone?.id, { State: 'Done' })
    expect(await faultsOf(file)).toEqual(['State: Milestones are planned or reached.'])
  })

  test('something that somebody has changed since', async () => {
    const file = await edited(plain[0]?.id, { Note: 'Mine' })
    await tickItem(clara(), {
      ...{
        regionId: regionId(),
        item: plain[0]?.id ?? '',
        state: 'started',
        reason: '',
        version: 0,
      },
    })
    expect((await faultsOf(file))[0]).toMatch(/^Version: Somebody has changed this since/)
    const same = await edited(plain[0]?.id, { Version: '0' })
    expect(await faultsOf(same)).toEqual([])
  })

  test('a name that two partners share', async () => {
    for (const sector of ['business', 'public']) {
      await insert('partners', {
        ...{ region_id: regionId(), id: crypto.randomUUID(), name: 'Twins', sector },
        status: 'engaged',
      })
    }
    expect(await faultsOf(await edited(plain[0]?.id, { Owner: 'twins' }))).toEqual([
      'Owner: Several partners have this name. Please choose the owner on the page.',
    ])
  })

  test('the same entry twice', async () => {
    const rows = await readRows()
    const twice = writeRows([...rows, { ...rows[0], Note: 'Again' }])
    expect(await faultsOf(twice)).toEqual(['Id: Row 2 is about the same.'])
  })

  test('a new entry of no step, no kind or no words', async () => {
    const header = 'id,step,kind,title,state\n'
    expect(await faultsOf(asFile(`${header},9,item,Ours,\n`))).toEqual([
      'Step: There is no such step. Its number is enough.',
    ])
    expect(await faultsOf(asFile(`${header},2,,Ours,\n`))).toEqual(['Kind: Please fill this in.'])
    expect(await faultsOf(asFile(`${header},2,upkeep,Ours,\n`))).toHaveLength(1)
    expect((await faultsOf(asFile(`${header},2,item,,open\n`)))[0]).toMatch(/neither an id nor/)
    expect((await faultsOf(asFile(`${header},,,${'x'.repeat(201)},\n`))).length).toBe(3)
  })

  test('the thirty-first own entry of a list', async () => {
    const rows = Array.from({ length: 31 }, (_, index) => `2,item,Ours ${index}`)
    const faults = await faultsOf(asFile(['step,kind,title', ...rows].join('\n')))
    expect(faults).toEqual(['What: At most 30 entries of your own fit into one list.'])
  })

  test('in German too', async () => {
    const file = await edited(plain[0]?.id, { State: 'perhaps' })
    expect(await faultsOf(file, 'de')).toEqual(['Stand: Diesen Stand gibt es nicht.'])
  })
})

describe('a file that is no sheet is refused', () => {
  const utf16 = Buffer.from('\ufeffid,title\n', 'utf16le')
  const cases: [string, File, string][] = [
    ['nothing', asFile(''), 'sheetNone'],
    ['blank lines', asFile('\n\n;;\n'), 'sheetEmpty'],
    ['no header', asFile('one,two\nthree,four\n'), 'sheetNoHeader'],
    ['a column twice', asFile('id,note,Notiz\n'), 'sheetColumnTwice'],
    ['UTF-16', asFile(utf16), 'sheetUtf16'],
    ['Latin letters', asFile(Buffer.from('id,title\n,\xe4', 'latin1')), 'sheetNotUtf8'],
    ['a picture', asFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])), 'sheetKind'],
    ['an old spreadsheet', asFile(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])), 'sheetOldXls'],
    ['a broken archive', asFile(Buffer.from('PK\x03\x04 and nothing more')), 'sheetUnreadable'],
    ['endless quotes', asFile('id,note\n"purpose'), 'sheetUnreadable'],
    ['too many bytes', asFile('id,note\n'.repeat(140_000)), 'sheetTooLarge'],
    ['too many rows', asFile(`id,note\n${'x,y\n'.repeat(2001)}`), 'sheetTooManyRows'],
  ]
  test.each(cases)('%s', async (_, file, fault) => {
    expect(await denialOf(look(file))).toBe(`invalid: file:${fault}`)
  })
})

test('a milestone reached on a page keeps its day in a sheet', async () => {
  await markMilestone(clara(), {
    ...{ regionId: regionId(), milestone: milestone?.id ?? '', state: 'reached', version: 0 },
    reachedOn: '2026-02-03',
  })
  const rows = await readRows()
  expect(rows.find((row) => row.Id === milestone?.id)).toMatchObject({
    ...{ State: 'Reached', 'Done or reached on': '2026-02-03', Version: '1' },
  })
})
