import { describe, expect, test } from 'vitest'
import { decidePasted, type Situation } from '../../lib/people/pasted/deciding/rules'
import { type PastedColumn, readPasted } from '../../lib/people/pasted/reading/rules'
import type { Pasted } from '../../lib/people/pasted/rules'

const vocabulary = {
  columns: new Map<string, PastedColumn>([
    ['vorname', 'name'],
    ['nachname', 'name'],
    ['e-mail', 'email'],
    ['organisation', 'organisation'],
    ['rolle', 'role'],
  ]),
  roles: new Map([
    ['partner', 'partner'],
    ['beobachtung', 'observer'],
    ['coordinator', 'coordinator'],
  ] as const),
}
const read = (text: string) =>
  readPasted(text, vocabulary).map(({ wanted: { email, name, organisation, role }, faults }) =>
    [email, name, organisation, role ?? '', ...faults].join('|'),
  )

describe('a pasted list', () => {
  test.each([
    ['an address alone', 'Jana@Example.EU', ['jana@example.eu|||']],
    [
      'a name, an address, an organisation and a role',
      'Jana Nová <jana@x.eu>, Open Workshop, partner',
      ['jana@x.eu|Jana Nová|Open Workshop|partner'],
    ],
    [
      'a role before the organisation',
      'jana@x.eu; Beobachtung; City',
      ['jana@x.eu||City|observer'],
    ],
    [
      'a spreadsheet without header',
      'Jana\tNová\tjana@x.eu\tOpen Workshop, Brno\tcoordinator',
      ['jana@x.eu|Jana Nová|Open Workshop, Brno|coordinator'],
    ],
    [
      'a spreadsheet with a header in another order',
      'Organisation;Rolle;E-Mail;Nachname\nStadt Brno;;jana@x.eu;Nová',
      ['jana@x.eu|Nová|Stadt Brno|'],
    ],
    [
      'recipients as a mail program writes them',
      '"Nová, Jana" <jana@x.eu>; Petr <petr@x.eu>; eva@x.eu',
      ['jana@x.eu|Nová, Jana||', 'petr@x.eu|Petr||', 'eva@x.eu|||'],
    ],
    [
      'recipients with commas',
      'Jana Nová <jana@x.eu>, Petr <petr@x.eu>',
      ['jana@x.eu|Jana Nová||', 'petr@x.eu|Petr||'],
    ],
    ['a name in brackets behind', 'jana@x.eu (Jana Nová)', ['jana@x.eu|Jana Nová||']],
    ['a link', 'mailto:jana@x.eu', ['jana@x.eu|||']],
    ['an organisation with a comma in it', 'jana@x.eu, Foo, Inc', ['jana@x.eu||Foo, Inc|']],
    ['a line without address', 'Jana Nová', ['|Jana Nová|||noAddress']],
    ['a role that nobody knows', 'E-Mail;Rolle\na@x.eu;Chefin', ['a@x.eu||||roleUnknown']],
    ['empty lines', '\n\n a@x.eu \n\n', ['a@x.eu|||']],
    ['nothing', ' \n ', []],
  ])('of %s is understood', (_what, text, rows) => {
    expect(read(text)).toEqual(rows)
  })

  test('keeps the number of the line', () => {
    expect(readPasted('\na@x.eu\n\nb@x.eu', vocabulary).map(({ wanted }) => wanted.row)).toEqual([
      2, 4,
    ])
  })
})

const situation: Situation = {
  partners: [
    { id: 'hva', name: 'Amsterdam University of Applied Sciences (HvA)' },
    { id: 'city', name: 'City of Brno' },
  ],
  members: new Set(['member@x.eu']),
  invited: new Set(['invited@x.eu']),
  mayOffer: () => true,
  mayAdd: true,
}
const observer = { role: 'observer' as const, partnerId: null }
const one = (facts: Partial<Pasted>): Pasted => ({
  ...{ row: 1, email: 'a@x.eu', name: '', organisation: '', role: null },
  ...facts,
})
const decide = (wanted: Pasted[], changed: Partial<Situation> = {}, choices = new Map()) =>
  decidePasted({ ...situation, ...changed }, wanted, { fallback: observer, choices })

describe('what a line comes to', () => {
  test('without role and organisation it is what was chosen for such lines', () => {
    expect(decide([one({})])[0]?.seat).toEqual(observer)
  })

  test('with an organisation it is a partner, however that is spelt', () => {
    const [found] = decide([one({ organisation: 'CITY of  brno' })])
    expect(found?.seat).toEqual({ role: 'partner', partnerId: 'city' })
  })

  test('a partner without organisation is asked about', () => {
    expect(decide([one({ role: 'partner' })])[0]?.faults).toEqual(['organisationMissing'])
  })

  test('members, invited ones and those who stand there twice are left out', () => {
    const reasons = decide([
      one({ email: 'member@x.eu' }),
      one({ email: 'invited@x.eu' }),
      one({ row: 3 }),
      one({ row: 4 }),
    ]).map(({ leftOut }) => leftOut)
    expect(reasons).toEqual([{ why: 'member' }, { why: 'invited' }, null, { why: 'twice', row: 3 }])
  })

  test('an unknown organisation is offered to be chosen or added', () => {
    const [found] = decide([one({ organisation: 'HvA' })])
    expect(found?.asks?.likely.map(({ id }) => id)).toEqual(['hva'])
    const choices = new Map([['hva', { kind: 'known', id: 'hva' }]])
    const [chosen] = decide([one({ organisation: 'HvA' })], {}, choices)
    expect(chosen?.seat).toEqual({ role: 'partner', partnerId: 'hva' })
  })

  test('who may not add organisations is told that this one is unknown', () => {
    const [found] = decide([one({ organisation: 'Nobody Ltd' })], { mayAdd: false })
    expect(found?.faults).toEqual(['organisationUnknown'])
    const forged = new Map([['hva', { kind: 'new', sector: 'public' }]])
    const [added] = decide([one({ organisation: 'HvA' })], { mayAdd: false }, forged)
    expect(added?.faults).toEqual(['organisationUnknown'])
  })

  test('an organisation that was not offered cannot be chosen', () => {
    const forged = new Map([['hva', { kind: 'known', id: 'city' }]])
    expect(decide([one({ organisation: 'HvA' })], {}, forged)[0]?.faults).toEqual([
      'organisationUnknown',
    ])
  })

  test('a seat that is not theirs to offer is said', () => {
    const mayOffer: Situation['mayOffer'] = ({ partnerId }) => partnerId === 'city'
    const found = decide(
      [one({ role: 'coordinator' }), one({ email: 'b@x.eu', organisation: 'City of Brno' })],
      { mayOffer },
    )
    expect(found.map(({ faults }) => faults)).toEqual([['roleNotYours'], []])
  })
})
