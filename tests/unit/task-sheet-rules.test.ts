import { describe, expect, test } from 'vitest'
import { decideTasks, type TaskSituation } from '@/lib/tasks/sheet/deciding/rules'
import { readTaskRows, type TaskVocabulary } from '@/lib/tasks/sheet/reading/rules'
import type { Standing, Values, WantedTask } from '@/lib/tasks/sheet/rules'
import { planParts } from '@/lib/tasks/parts/rules'

const MILL = '01900000-0000-7000-8000-00000000000a'
const CITY = '01900000-0000-7000-8000-00000000000b'
const PETRA = '01900000-0000-7000-8000-00000000000c'
const CLARA = '01900000-0000-7000-8000-00000000000d'
const TASK = '01900000-0000-7000-8000-00000000000e'
const ITEM = 'purpose.checklist.one'

const standing: Standing = {
  ...{ id: TASK, version: 3, state: 'open', archived: false, title: 'Ask', doneWhen: '' },
  ...{ step: 'purpose', entry: ITEM, link: '', forWhom: 'partners', partners: [MILL] },
  ...{ person: PETRA, dueOn: '2031-02-03', skipCheck: false, repeatMonths: null },
}

const situation: TaskSituation = {
  tasks: [standing],
  places: new Map([
    ...[['purpose', 'purpose'] as const, ['people', 'people'] as const],
    ...[[ITEM, 'purpose'] as const, ['people.checklist.two', 'people'] as const],
  ]),
  partners: new Set([MILL, CITY]),
  people: new Map([
    [PETRA, MILL],
    [CLARA, null],
  ]),
}

const decide = (set: Partial<Values>, more: Partial<WantedTask> = {}) => {
  const [decision] = decideTasks(situation, [{ row: 2, id: TASK, version: null, set, ...more }])
  if (!decision) throw new Error('a row without a decision')
  const faults = decision.faults.map(({ column, fault }) => `${column} ${fault}`)
  return { ...decision, faults }
}

const add = (set: Partial<Values>, more: Partial<WantedTask> = {}) =>
  decide({ title: 'New', ...set }, { id: null, ...more })

describe('who is asked', () => {
  test('is whom the new column says: another kind lets the organisations go', () => {
    const { after, changed } = decide({ forWhom: 'any-partner', partners: [MILL], person: PETRA })
    expect(after).toMatchObject({ forWhom: 'any-partner', partners: [], person: '' })
    expect(changed).toEqual(['forWhom', 'partners', 'person'])
  })

  test('is an organisation by name as soon as one is named', () => {
    expect(add({ forWhom: 'any-partner', partners: [CITY] }).after.forWhom).toBe('partners')
    expect(add({ person: PETRA }).after).toMatchObject({ forWhom: 'partners', partners: [MILL] })
    expect(add({ person: CLARA }).after).toMatchObject({ forWhom: 'coordinator', partners: [] })
    expect(add({ forWhom: 'partners' }).faults).toEqual(['partners chooseSome'])
  })

  test('lets a person go with the organisation, unless the sheet names both', () => {
    expect(decide({ partners: [CITY] }).after).toMatchObject({ partners: [CITY], person: '' })
    expect(decide({ partners: [CITY], person: PETRA }).faults).toEqual(['person otherPartner'])
    expect(add({ partners: [MILL], person: CLARA }).faults).toEqual(['person otherPartner'])
  })
})

describe('what a task serves', () => {
  test('goes with its item, and another step leaves the item behind', () => {
    expect(add({ entry: ITEM }).after.step).toBe('purpose')
    expect(decide({ step: 'people' }).after).toMatchObject({ step: 'people', entry: '' })
    expect(decide({ step: 'people', entry: ITEM }).faults).toEqual(['entry otherStep'])
    expect(decide({ step: '', entry: '' }).after).toMatchObject({ step: '', entry: '' })
  })

  test('may be what the guide no longer has, as long as nobody changes it', () => {
    const old = { ...standing, step: 'purpose', entry: 'purpose.checklist.gone' }
    const row = { row: 2, id: TASK, version: 3, set: { step: 'purpose', entry: old.entry } }
    const [decision] = decideTasks({ ...situation, tasks: [old] }, [row])
    expect(decision).toMatchObject({ changed: [], faults: [] })
    expect(decide({ entry: old.entry }).faults).toEqual(['entry entry'])
  })
})

describe('a row', () => {
  test('is held against the version that was seen and the state that is', () => {
    expect(decide({ title: 'Other' }, { version: 2 }).faults).toEqual(['version changedSince'])
    expect(decide({}, { state: 'done' }).faults).toEqual(['state stateStays'])
    expect(add({}, { state: 'done' }).faults).toEqual(['state stateNew'])
    expect(decide({}, { state: 'open', version: 3 })).toMatchObject({ changed: [], faults: [] })
  })

  test('without an id that says what a task says already is that task', () => {
    const { title, step, entry, partners, person, dueOn } = standing
    const set = { title, step, entry, partners, person, dueOn }
    expect(add(set)).toMatchObject({ before: { id: TASK }, changed: [], faults: [] })
    expect(add({ ...set, dueOn: null }).before).toBeNull()
  })

  test('may not say the same as another row', () => {
    const row = { id: null, version: null, set: { title: 'New' } }
    const decisions = decideTasks(situation, [
      { ...row, row: 2 },
      { ...row, row: 3 },
    ])
    expect(decisions[1]?.faults).toEqual([{ column: 'title', fault: 'twice', values: { row: 2 } }])
  })
})

describe('reading a row', () => {
  const words: TaskVocabulary = {
    columns: new Map(
      (['id', 'title', 'partners', 'repeatMonths', 'dueOn', 'skipCheck'] as const).map((key) => [
        key.toLowerCase(),
        key,
      ]),
    ),
    ...{ forWhom: new Map(), states: new Map(), yesNo: new Map([['ja', true]]) },
    ...{ steps: new Map(), entries: new Map(), people: new Map() },
    partners: new Map([
      ['the mill', [MILL]],
      ['city, old town', [CITY]],
      ['twin', [MILL, CITY]],
    ]),
  }
  const read = (...cells: string[]) => {
    const header = ['title', 'partners', 'repeatmonths', 'dueon', 'skipcheck']
    const reading = readTaskRows([header, cells], words)
    const [row] = reading.refused === null ? reading.rows : []
    return {
      set: row?.wanted.set,
      faults: row?.faults.map(({ column, fault }) => `${column} ${fault}`),
    }
  }

  test('takes organisations apart at semicolons, whatever their spelling', () => {
    const { set, faults } = read('A', 'THE  MILL; City, Old Town;the mill', '6', '3.2.2031', 'Ja')
    expect(faults).toEqual([])
    expect(set).toMatchObject({ partners: [MILL, CITY], repeatMonths: 6, skipCheck: true })
    expect(set?.dueOn).toBe('2031-02-03')
  })

  test('names the cells that cannot be understood', () => {
    expect(read('A', 'Twin; Nobody', '61', 'soon', 'perhaps').faults).toEqual([
      ...['partners severalNamed', 'partners partners', 'dueOn day'],
      ...['skipCheck skipCheck', 'repeatMonths repeatMonths'],
    ])
    expect(read('', 'The mill', '', '', '').faults).toEqual(['title neither'])
  })
})

describe('the parts of a task', () => {
  test('stay with who has done something, and go with who has not', () => {
    const part = (partnerId: string, state: 'open' | 'done') => ({
      ...{ partnerId, userId: null, state, back: '' as const },
    })
    const plan = planParts([part(MILL, 'done'), part(CITY, 'open')], [], 'partners')
    expect(plan).toMatchObject({ gone: [CITY], fresh: [], kept: [{ state: 'done' }] })
  })

  test('change their person only where another one is asked', () => {
    const parts = [{ partnerId: MILL, userId: PETRA, state: 'open' as const, back: '' as const }]
    const same = planParts(parts, [{ partnerId: MILL, userId: PETRA }], 'partners')
    expect(same.people).toEqual([])
    const nobody = planParts(parts, [{ partnerId: MILL, userId: null }], 'partners')
    expect(nobody.people).toEqual([{ partnerId: MILL, userId: null }])
  })
})
