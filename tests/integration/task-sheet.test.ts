import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { beforeEach, describe, expect, test } from 'vitest'
import { readXlsx } from '@/lib/sheet/xlsx'
import { type Format, FORMATS } from '@/lib/sheet/rules'
import { addTask, changeTask } from '@/lib/tasks/changes'
import { getTask } from '@/lib/tasks/data'
import { moveTask } from '@/lib/tasks/moves'
import { taskFilterSchema } from '@/lib/tasks/schema'
import { exportTasks, exportTemplate } from '@/lib/tasks/sheet/export'
import { keepTasks } from '@/lib/tasks/sheet/keep'
import { lookAtTasks } from '@/lib/tasks/sheet/preview'
import { keepTasksSchema } from '@/lib/tasks/sheet/schema'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { insert, sql } from '../support/owner'

const ITEM = 'purpose.checklist.framework-links-noted'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const regionId = () => world.own.id
const clara = () => world.viewers.coordinator
const all = taskFilterSchema.parse({ state: 'all' })

const asFile = (body: string | Buffer, name = 'tasks.csv') =>
  new File([typeof body === 'string' ? body : Uint8Array.from(body)], name)

const look = (file: File, locale = 'en') =>
  lookAtTasks(clara(), { regionId: regionId(), file }, locale)

const exported = async (format: Format = 'csv', locale = 'en', filter = all) => {
  const { body, name } = await exportTasks(clara(), world.own.slug, locale, { format, filter })
  return asFile(body, name)
}

type Rows = Record<string, string>[]
const readRows = async (filter = all): Promise<Rows> =>
  parse(await (await exported('csv', 'en', filter)).text(), { bom: true, columns: true })

const writeRows = (rows: Rows) => asFile(stringify(rows, { header: true }))

const keep = (changes: string | null, viewer = clara()) =>
  keepTasks(viewer, keepTasksSchema.parse({ regionId: regionId(), changes }))

const bring = async (file: File) => keep((await look(file)).changes)

const faultsOf = async (text: string) => {
  const { rows, changes } = await look(asFile(text))
  expect(changes).toBeNull()
  return rows.flatMap((row) => row.faults)
}

const give = (more: Partial<Parameters<typeof addTask>[1]> = {}) =>
  addTask(clara(), {
    ...{ regionId: regionId(), title: 'Look up the strategy', doneWhen: '', link: '' },
    ...{ dueOn: '2031-02-03', serves: ITEM, forWhom: 'partners', partners: [world.own.partner] },
    ...{ person: '', skipCheck: false, repeatMonths: null, ...more },
  })

const addPartner = async (name: string) => {
  const id = crypto.randomUUID()
  await insert('partners', {
    ...{ region_id: regionId(), id, name, sector: 'business', status: 'engaged' },
  })
  return id
}

const read = async (id: string) => (await getTask(clara(), world.own.slug, id, 'en')).task
const find = async (title: string) => {
  const [row] = await sql<{ id: string }>('select id from tasks where title = $1', [title])
  return read(row?.id ?? '')
}
const noticesOf = (subject: string) =>
  sql('select user_id, facts from notices where subject = $1 and kind = $2', [
    subject,
    'task.assigned',
  ])

describe('a list of tasks that comes back as it left', () => {
  test.each(FORMATS)(
    'changes nothing as %s, whoever is asked and whatever is written',
    async (format) => {
      const odd = await addPartner('Odd; Name')
      await addPartner('Twin')
      const twin = await addPartner('Twin')
      await addPartner('Any partner')
      await give({ partners: [world.own.partner, odd, twin], title: '=HYPERLINK("http://x")' })
      await give({ title: "'+1", doneWhen: 'one\ntwo; "three"', repeatMonths: 6, skipCheck: true })
      await give({ partners: [], forWhom: 'any-partner', serves: 'purpose', dueOn: null })
      await give({ partners: [], forWhom: 'sector:business', serves: '' })
      await give({
        partners: [],
        forWhom: 'coordinator',
        person: clara().userId,
        link: 'https://example.org/a',
      })
      const { id } = await give({ person: world.viewers.partner.userId })
      await moveTask(world.viewers.partner, {
        ...{ regionId: regionId(), id, partner: world.own.partner, move: 'tick', version: 1 },
        ...{ note: 'Done', link: '', reason: '', day: null },
      })
      await sql('update partners set archived_at = now() where id = $1', [odd])
      for (const locale of ['en', 'de']) {
        const file = await exported(format, locale)
        for (const reader of ['en', 'de']) {
          const { rows, changes, ignored } = await look(file, reader)
          expect({ rows, changes, ignored }).toEqual({ rows: [], changes: null, ignored: null })
        }
      }
    },
  )

  test('has no cell that begins a formula, and days that a spreadsheet reckons with', async () => {
    await give({ title: '=1+1', doneWhen: '@SUM(A1)' })
    const cells = (await readRows()).flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells).toContain("'=1+1")
    const { body } = await exportTasks(clara(), world.own.slug, 'en', {
      ...{ format: 'xlsx', filter: taskFilterSchema.parse({ q: '=1+1' }) },
    })
    const [header, row] = await readXlsx(body)
    expect(row?.[header?.indexOf('Wanted by') ?? -1]).toBe('2031-02-03')
  })

  test('holds what the address asks for, beyond one page of the list', async () => {
    for (let count = 0; count < 55; count++) await give({ title: `Many ${count}` })
    expect(await readRows(taskFilterSchema.parse({ q: 'Many', page: '2' }))).toHaveLength(55)
    expect(await readRows(taskFilterSchema.parse({ q: 'Many 54' }))).toHaveLength(1)
  })

  test('says how far each organisation has come', async () => {
    const { id } = await give({ partners: [world.own.partner, await addPartner('Second')] })
    await moveTask(world.viewers.partner, {
      ...{ regionId: regionId(), id, partner: world.own.partner, move: 'tick', version: 1 },
      ...{ note: '', link: '', reason: '', day: null },
    })
    const row = (await readRows()).find((one) => one.Id === id)
    expect(row?.['Where each stands']).toContain('ticked off, to check')
    expect(row?.['Where each stands']).toContain('Second: open')
    expect(row?.State).toBe('Ticked off, to check')
  })
})

describe('an empty list', () => {
  test.each(FORMATS)('names the columns as %s and can be filled', async (format) => {
    const { body } = await exportTemplate(clara(), world.own.slug, 'de', format)
    const { headline } = await look(asFile(body))
    expect(headline).toBe('This list says what is here already. There is nothing to save.')
  })
})

describe('a new row', () => {
  test('is shown first, then becomes a task whose organisation hears of it', async () => {
    const second = await addPartner('Second Ltd')
    const [own] = await sql<{ name: string }>('select name from partners where id = $1', [
      world.own.partner,
    ])
    const text = stringify([
      ['Aufgabe', 'Schritt', 'Organisationen', 'Gewünscht bis', 'Wieder nach Monaten'],
      ['Bring two numbers', '1', `${own?.name}; second ltd`, '3.2.2031', '6'],
      ['Ask around', '', '', '', ''],
    ])
    const { headline, changes } = await look(asFile(text))
    expect(headline).toBe('2 tasks are new. Nothing is saved yet.')
    expect(await sql('select id from tasks where title = $1', ['Ask around'])).toEqual([])
    expect(await keep(changes)).toMatchObject({ count: 2 })
    const task = await find('Bring two numbers')
    expect(task).toMatchObject({ step: 'purpose', entry: null, dueOn: '2031-02-03', state: 'open' })
    expect(task).toMatchObject({ forKind: 'partners', repeatMonths: 6, version: 1 })
    const asked = task.parts.map(({ partnerId }) => partnerId).toSorted()
    expect(asked).toEqual([world.own.partner, second].toSorted())
    expect(await find('Ask around')).toMatchObject({ forKind: 'coordinator', assigneeId: null })
    expect(await noticesOf(task.id)).toEqual([
      {
        user_id: world.viewers.partner.userId,
        facts: { by: clara().name, title: task.title, dueOn: '2031-02-03' },
      },
    ])
    const rows = await sql<{ kind: string }>('select kind from activities where subject = $1', [
      task.id,
    ])
    expect(rows).toEqual([{ kind: 'task.added' }])
  })

  test('that is brought twice gives nobody the task twice', async () => {
    const text = 'task,wanted by\nOnly once,2031-02-03\n'
    const { changes } = await look(asFile(text))
    await keep(changes)
    expect(await denialOf(keep(changes))).toBe('conflict: sheetChanged')
    const again = await look(asFile(text))
    expect(again).toMatchObject({ rows: [], changes: null })
    expect(await sql('select id from tasks where title = $1', ['Only once'])).toHaveLength(1)
  })

  test('is written once when its button is pressed twice', async () => {
    const { changes } = await look(asFile('task\nOnly once\n'))
    const pressed = { ...clara(), requestKey: crypto.randomUUID() }
    await keep(changes, pressed)
    expect(await denialOf(keep(changes, pressed))).toBe('repeated')
  })
})

describe('a changed row', () => {
  test('changes that task alone, and tells only whom it asks anew', async () => {
    const { id } = await give()
    const second = await addPartner('Second Ltd')
    await sql('delete from notices')
    const before = await read(id)
    const rows = (await readRows()).map((row) =>
      row.Id === id
        ? { ...row, Organisations: `${row.Organisations}; Second Ltd`, 'Wanted by': '' }
        : row,
    )
    const { headline, rows: shown, changes } = await look(writeRows(rows))
    expect(headline).toBe('1 task changes. Nothing is saved yet.')
    expect(shown[0]?.changes[1]).toBe('Wanted by: 3 Feb 2031 → nothing')
    await keep(changes)
    const task = await read(id)
    expect(task).toMatchObject({ dueOn: null, version: before.version + 1, entry: ITEM })
    expect(task.parts.map(({ partnerId }) => partnerId)).toContain(second)
    expect(await noticesOf(id)).toEqual([])
    expect((await look(await exported())).rows).toEqual([])
  })

  test('keeps what an organisation has done that is asked no longer', async () => {
    const { id } = await give()
    await moveTask(world.viewers.partner, {
      ...{ regionId: regionId(), id, partner: world.own.partner, move: 'tick', version: 1 },
      ...{ note: '', link: '', reason: '', day: null },
    })
    await addPartner('Second Ltd')
    await bring(asFile(`id,organisations\n${id},Second Ltd\n`))
    expect((await read(id)).parts).toHaveLength(2)
    expect((await read(id)).state).toBe('submitted')
  })

  test('asks a sector instead of organisations, and an organisation by its person', async () => {
    const { id } = await give()
    await bring(asFile(`id,asked\n${id},any partner\n`))
    expect(await read(id)).toMatchObject({ forKind: 'any-partner', parts: [] })
    await bring(asFile(`id,person\n${id},${world.viewers.partner.userId}\n`))
    const { forKind, parts } = await read(id)
    expect(forKind).toBe('partners')
    expect(parts).toMatchObject([{ userId: world.viewers.partner.userId }])
  })

  test('that somebody else has changed since is refused, before and after the preview', async () => {
    const { id } = await give()
    const file = writeRows((await readRows()).map((row) => ({ ...row, 'Done when': 'At last' })))
    const { changes } = await look(file)
    await changeTask(clara(), {
      ...{ regionId: regionId(), id, version: 1, title: 'Another', doneWhen: '', link: '' },
      ...{ dueOn: null, serves: '', forWhom: 'coordinator', partners: [], person: '' },
      ...{ skipCheck: false, repeatMonths: null },
    })
    expect(await denialOf(keep(changes))).toBe('conflict: sheetChanged')
    const { rows, changes: none } = await look(file)
    expect(rows.flatMap(({ faults }) => faults)).toContain(
      'Version: Somebody has changed this since the list was downloaded. Please download it once more.',
    )
    expect(none).toBeNull()
  })
})

describe('what cannot be', () => {
  test('is named by row and column', async () => {
    const long = 'x'.repeat(201)
    expect(await faultsOf(`task\n${long}\n`)).toEqual([
      'Task: This is too long. At most 200 characters.',
    ])
    const lines = [
      'task,step,item or milestone,page that helps,organisations,person,wanted by,state',
      `A,99,${ITEM}x,nonsense,Nobody Ltd,Nobody,31.2.2031,Done`,
    ]
    expect(await faultsOf(lines.join('\n'))).toEqual(
      expect.arrayContaining([
        'Step: There is no such step. Its number is enough.',
        'Item or milestone: There is no such item or milestone.',
        'Page that helps: Please give a web address that starts with https://.',
        'Organisations: No organisation of this name is in the register. Names in one cell stand with semicolons between them.',
        'Person: Nobody of this name can be asked here.',
        'Wanted by: Please give a day, such as 2026-03-14.',
        'State: A new task begins open. Please leave this empty.',
      ]),
    )
    const { id } = await give()
    const foreign = world.foreign.task
    expect(await faultsOf(`id,state\n${id},Done\n${foreign},\nx,\n${id},\n`)).toEqual([
      'State: A list does not change states. Please tick the task off on its page.',
      'Id: There is no task of this id here.',
      'Id: There is no task of this id here.',
      'Id: Row 2 is about the same task.',
    ])
  })

  test('keeps all of it away', async () => {
    const more = 'task\n' + Array.from({ length: 2001 }, (_, row) => `Task ${row}`).join('\n')
    expect(await denialOf(look(asFile(more)))).toBe('invalid: file:sheetTooManyRows')
    expect(await denialOf(look(asFile('one,two\n1,2\n')))).toBe('invalid: file:sheetNoHeader')
    const made = JSON.stringify([
      { row: 2, id: null, version: null, set: { title: 'A', partners: [world.foreign.partner] } },
    ])
    expect(await denialOf(keep(made))).toBe('conflict: sheetChanged')
  })
})
