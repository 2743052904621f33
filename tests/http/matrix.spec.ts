import { expect, test } from '@playwright/test'
import { listActions, listRoutes } from '../support/entry-points'
import { createSignedIn, visit, VISITORS, type SignedIn, type Visitor } from '../support/http'
import type { Region } from '../support/cast'
import { ACTIONS } from '../support/action-rows'
import { layFile } from '../support/evidence-file'

/** 'page': it is shown; 'sign-in': asked to sign in first; 'nothing': there is no such page. */
type Answer = 'page' | 'sign-in' | 'nothing' | number

const open = Object.fromEntries(VISITORS.map((visitor) => [visitor, 'page']))
const signedIn = { ...open, disabled: 'sign-in', anonymous: 'sign-in' }
// Who is in already is sent on.
const onlyToEnter = {
  ...Object.fromEntries(VISITORS.map((visitor) => [visitor, 307])),
  ...{ disabled: 'page', anonymous: 'page' },
}
const nobody = Object.fromEntries(VISITORS.map((visitor) => [visitor, 'nothing']))
const some = (...visitors: Visitor[]) => ({
  ...Object.fromEntries(VISITORS.map((visitor) => [visitor, 'nothing'])),
  ...{ disabled: 'sign-in', anonymous: 'sign-in' },
  ...Object.fromEntries(visitors.map((visitor) => [visitor, 'page'])),
})
const members = some('admin', 'staff', 'coordinator', 'partner', 'observer')

type Answers = Record<string, Answer | string>

/** Who is shown what, for each address; of regions: the own one. */
const ROUTES: Record<string, { path: (region: Region) => string; answers: Answers }> = {
  '/': { path: () => '/', answers: open },
  '/about': { path: () => '/about', answers: open },
  '/farewell': { path: () => '/farewell', answers: open },
  '/accessibility': { path: () => '/accessibility', answers: open },
  '/outbox': { path: () => '/outbox', answers: open },
  '/outbox/[mail]': { path: () => `/outbox/${crypto.randomUUID()}`, answers: nobody },
  '/sign-in': { path: () => '/sign-in', answers: onlyToEnter },
  '/sign-in/confirm': { path: () => '/sign-in/confirm?email=a@example.org&token=x', answers: open },
  '/sign-in/oidc': { path: () => '/sign-in/oidc', answers: nobody },
  '/sign-in/sent': { path: () => '/sign-in/sent', answers: open },
  '/api/auth/[...nextauth]': { path: () => '/api/auth/session', answers: nobody },
  '/api/health/live': { path: () => '/api/health/live', answers: open },
  '/api/health/ready': { path: () => '/api/health/ready', answers: open },
  // Everybody is led on, whoever is signed out to sign in.
  '/start': {
    path: () => '/start',
    answers: { ...onlyToEnter, disabled: 'sign-in', anonymous: 'sign-in' },
  },
  '/my': { path: () => '/my', answers: signedIn },
  '/my/calendar': { path: () => '/my/calendar', answers: signedIn },
  '/profile': { path: () => '/profile', answers: signedIn },
  '/profile/erase': { path: () => '/profile/erase', answers: signedIn },
  '/profile/data': { path: () => '/profile/data', answers: signedIn },
  '/regions': { path: () => '/regions', answers: signedIn },
  '/compare': { path: () => '/compare', answers: some('admin', 'staff') },
  '/admin': { path: () => '/admin', answers: some('admin', 'staff') },
  '/admin/regions/new': { path: () => '/admin/regions/new', answers: some('admin', 'staff') },
  '/admin/rates': { path: () => '/admin/rates', answers: some('admin', 'staff') },
  '/admin/people': { path: () => '/admin/people', answers: some('admin') },
  '/admin/log': { path: () => '/admin/log', answers: some('admin') },
  '/admin/people/[user]/erase': {
    path: ({ linked }) => `/admin/people/${linked}/erase`,
    answers: some('admin'),
  },
  '/regions/[region]': { path: ({ slug }) => `/regions/${slug}`, answers: members },
  '/regions/[region]/steps/[step]': {
    path: ({ slug }) => `/regions/${slug}/steps/purpose`,
    answers: members,
  },
  '/regions/[region]/steps/[step]/[entry]': {
    path: ({ slug }) => `/regions/${slug}/steps/purpose/checklist.gap-question-written`,
    answers: members,
  },
  '/regions/[region]/checklists': {
    path: ({ slug }) => `/regions/${slug}/checklists`,
    answers: members,
  },
  '/regions/[region]/people': { path: ({ slug }) => `/regions/${slug}/people`, answers: members },
  '/regions/[region]/activity': {
    path: ({ slug }) => `/regions/${slug}/activity`,
    answers: members,
  },
  '/regions/[region]/partners': {
    path: ({ slug }) => `/regions/${slug}/partners`,
    answers: members,
  },
  '/regions/[region]/partners/new': {
    path: ({ slug }) => `/regions/${slug}/partners/new`,
    answers: some('coordinator'),
  },
  '/regions/[region]/partners/[partner]': {
    path: ({ slug, partner }) => `/regions/${slug}/partners/${partner}`,
    answers: members,
  },
  '/regions/[region]/partners/coverage': {
    path: ({ slug }) => `/regions/${slug}/partners/coverage`,
    answers: members,
  },
  '/regions/[region]/partners/network': {
    path: ({ slug }) => `/regions/${slug}/partners/network`,
    answers: members,
  },
  '/regions/[region]/partners/import': {
    path: ({ slug }) => `/regions/${slug}/partners/import`,
    answers: some('coordinator'),
  },
  '/regions/[region]/partners/merge': {
    path: ({ slug }) => `/regions/${slug}/partners/merge`,
    answers: some('coordinator'),
  },
  '/regions/[region]/partners/export': {
    path: ({ slug }) => `/regions/${slug}/partners/export`,
    answers: members,
  },
  '/regions/[region]/timeline': {
    path: ({ slug }) => `/regions/${slug}/timeline`,
    answers: members,
  },
  '/regions/[region]/people/invite': {
    path: ({ slug }) => `/regions/${slug}/people/invite`,
    answers: some('admin', 'staff', 'coordinator', 'partner'),
  },
  '/regions/[region]/people/leave': {
    path: ({ slug }) => `/regions/${slug}/people/leave`,
    answers: some('coordinator', 'partner', 'observer'),
  },
  '/regions/[region]/people/remove/[member]': {
    path: ({ slug, member }) => `/regions/${slug}/people/remove/${member}`,
    answers: some('admin', 'coordinator'),
  },
  '/letters/[token]': { path: () => '/letters/none', answers: open },
  '/api/letters/[token]': {
    path: () => '/api/letters/none',
    answers: Object.fromEntries(VISITORS.map((visitor) => [visitor, 303])),
  },
  '/api/calendar/[token]': { path: () => '/api/calendar/none.ics', answers: nobody },
  '/regions/[region]/checklists/export': {
    path: ({ slug }) => `/regions/${slug}/checklists/export`,
    answers: members,
  },
  '/regions/[region]/checklists/import': {
    path: ({ slug }) => `/regions/${slug}/checklists/import`,
    answers: some('coordinator'),
  },
  '/api/live/[region]': {
    path: ({ slug }) => `/api/live/${slug}`,
    answers: { ...members, disabled: 401, anonymous: 401 },
  },
  '/session': { path: () => '/session', answers: open },
  '/session/[code]': { path: () => '/session/234679', answers: open },
  '/session/[code]/live': { path: () => '/session/234679/live', answers: nobody },
  '/session/[code]/room': { path: () => '/session/234679/room', answers: nobody },
  '/regions/[region]/rounds/session/new': {
    path: ({ slug }) => `/regions/${slug}/rounds/session/new`,
    answers: some('coordinator'),
  },
  '/regions/[region]/rounds/[round]/session': {
    path: ({ slug, session }) => `/regions/${slug}/rounds/${session}/session`,
    answers: some('coordinator'),
  },
  '/regions/[region]/rounds/[round]/wall': {
    path: ({ slug, session }) => `/regions/${slug}/rounds/${session}/wall`,
    answers: some('coordinator'),
  },
  '/api/live/[region]/sessions/[round]': {
    path: ({ slug, session }) => `/api/live/${slug}/sessions/${session}`,
    answers: { ...some('coordinator'), disabled: 401, anonymous: 401 },
  },
  // Programme staff read levels, administrators nothing.
  '/regions/[region]/rounds': {
    path: ({ slug }) => `/regions/${slug}/rounds`,
    answers: some('staff', 'coordinator', 'partner', 'observer'),
  },
  '/regions/[region]/rounds/new': {
    path: ({ slug }) => `/regions/${slug}/rounds/new`,
    answers: some('coordinator'),
  },
  // Nobody of the world is asked by name: answering.spec.ts answers.
  '/regions/[region]/rounds/[round]/answer': {
    path: ({ slug, openRound }) => `/regions/${slug}/rounds/${openRound}/answer`,
    answers: some(),
  },
  '/regions/[region]/rounds/join/[link]': {
    path: ({ slug }) => `/regions/${slug}/rounds/join/${'f'.repeat(32)}`,
    answers: some('coordinator', 'partner', 'observer'),
  },
  '/regions/[region]/rounds/[round]': {
    path: ({ slug, openRound }) => `/regions/${slug}/rounds/${openRound}`,
    answers: some('coordinator', 'partner', 'observer'),
  },
  '/regions/[region]/rounds/[round]/export': {
    path: ({ slug, closedRound }) => `/regions/${slug}/rounds/${closedRound}/export?format=xlsx`,
    answers: some('coordinator', 'partner', 'observer'),
  },
  '/regions/[region]/metrics': {
    path: ({ slug }) => `/regions/${slug}/metrics`,
    answers: members,
  },
  '/regions/[region]/metrics/[metric]': {
    path: ({ slug }) => `/regions/${slug}/metrics/trainings_delivered`,
    answers: members,
  },
  '/regions/[region]/metrics/import': {
    path: ({ slug }) => `/regions/${slug}/metrics/import`,
    answers: some('coordinator'),
  },
  '/regions/[region]/report': {
    path: ({ slug }) => `/regions/${slug}/report`,
    answers: members,
  },
  '/regions/[region]/report/file': {
    path: ({ slug }) => `/regions/${slug}/report/file?format=pdf`,
    answers: members,
  },
  '/regions/[region]/metrics/export': {
    path: ({ slug }) => `/regions/${slug}/metrics/export?format=xlsx`,
    answers: members,
  },
  '/regions/[region]/tasks': { path: ({ slug }) => `/regions/${slug}/tasks`, answers: members },
  '/regions/[region]/tasks/new': {
    path: ({ slug }) => `/regions/${slug}/tasks/new`,
    answers: some('coordinator', 'partner'),
  },
  '/regions/[region]/tasks/import': {
    path: ({ slug }) => `/regions/${slug}/tasks/import`,
    answers: some('coordinator'),
  },
  '/regions/[region]/tasks/export': {
    path: ({ slug }) => `/regions/${slug}/tasks/export`,
    answers: members,
  },
  '/regions/[region]/tasks/[task]': {
    path: ({ slug, task }) => `/regions/${slug}/tasks/${task}`,
    answers: members,
  },
  '/regions/[region]/hand-over': {
    path: ({ slug }) => `/regions/${slug}/hand-over`,
    answers: members,
  },
  // Nothing is reached there, so nothing is to be shared: not even by the coordinator.
  '/regions/[region]/steps/[step]/card': {
    path: ({ slug }) => `/regions/${slug}/steps/purpose/card`,
    answers: some(),
  },
  '/regions/[region]/evidence': {
    path: ({ slug }) => `/regions/${slug}/evidence`,
    answers: members,
  },
  // Files are sent there and nothing is shown; tests/http/evidence.spec.ts sends.
  '/api/evidence/[region]': { path: ({ slug }) => `/api/evidence/${slug}`, answers: nobody },
  '/api/evidence/[region]/[id]': {
    path: ({ slug, evidence }) => `/api/evidence/${slug}/${evidence}`,
    answers: members,
  },
  '/api/ticks': { path: () => '/api/ticks', answers: nobody },
  '/api/tasks/[region]': { path: ({ slug }) => `/api/tasks/${slug}`, answers: nobody },
  '/api/tasks/[region]/files': { path: ({ slug }) => `/api/tasks/${slug}/files`, answers: nobody },
  '/api/tasks/[region]/[id]': {
    path: ({ slug, taskFile }) => `/api/tasks/${slug}/${taskFile}`,
    answers: members,
  },
  // Nobody's session has a say here: card.spec.ts comes by addresses that are alive.
  '/t/[token]': { path: () => '/t/none', answers: nobody },
  '/t/thanks': { path: () => '/t/thanks', answers: open },
  '/api/card/[token]': { path: () => '/api/card/none', answers: nobody },
  '/api/card/[token]/[id]': {
    path: ({ taskFile }) => `/api/card/none/${taskFile}`,
    answers: nobody,
  },
  '/admin/editions': { path: () => '/admin/editions', answers: some('admin', 'staff') },
  '/admin/editions/[edition]': {
    path: () => '/admin/editions/1',
    answers: some('admin', 'staff'),
  },
  '/admin/editions/[edition]/file': {
    path: () => '/admin/editions/1/file',
    answers: some('admin', 'staff'),
  },
  '/admin/editions/drafts/[draft]': {
    path: () => `/admin/editions/drafts/${crypto.randomUUID()}`,
    answers: some(),
  },
  '/regions/[region]/edition': {
    path: ({ slug }) => `/regions/${slug}/edition`,
    answers: some('staff'),
  },
  '/regions/[region]/partners/priorities': {
    path: ({ slug }) => `/regions/${slug}/partners/priorities`,
    answers: some('coordinator'),
  },
  '/regions/[region]/partners/priorities/[partner]': {
    path: ({ slug, partner }) => `/regions/${slug}/partners/priorities/${partner}`,
    answers: some('coordinator'),
  },
  '/regions/[region]/partners/engagement': {
    path: ({ slug }) => `/regions/${slug}/partners/engagement`,
    answers: some('coordinator'),
  },
  '/regions/[region]/partners/engagement/[partner]': {
    path: ({ slug, partner }) => `/regions/${slug}/partners/engagement/${partner}`,
    answers: some('coordinator'),
  },
  '/regions/[region]/partners/engagement/[partner]/sheet': {
    path: ({ slug, partner }) => `/regions/${slug}/partners/engagement/${partner}/sheet`,
    answers: some('coordinator'),
  },
}

function answerOf(response: Response): Answer {
  const place = response.headers.get('location') ?? ''
  if (response.status === 307 && new URL(place, 'http://here').pathname === '/sign-in')
    return 'sign-in'
  if (response.status === 200) return 'page'
  return response.status === 404 ? 'nothing' : response.status
}

/** All that comes; of a stream, which has no end, what comes first. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('event-stream')) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

let world: SignedIn
test.beforeAll(async () => {
  world = await createSignedIn()
  await layFile(world.own)
})

test('every page and handler has its row', async () => {
  expect(Object.keys(ROUTES).sort()).toEqual([...new Set(await listRoutes())].sort())
})

test('every server action has its row', async () => {
  expect(Object.keys(ACTIONS).sort()).toEqual((await listActions()).sort())
})

for (const [route, { path, answers }] of Object.entries(ROUTES)) {
  test(`${route}: who is shown it`, async () => {
    const heard: Record<string, Answer> = {}
    for (const visitor of VISITORS) {
      const response = await visit(path(world.own), world.cookies[visitor])
      heard[visitor] = answerOf(response)
      const text = await textOf(response)
      if (!['admin', 'staff', 'outsider'].includes(visitor))
        expect(text).not.toContain(world.foreign.mark)
      if (visitor !== 'coordinator') expect(text).not.toContain(world.own.candid)
      if (visitor !== 'outsider') expect(text).not.toContain(world.foreign.candid)
      if (['outsider', 'former', 'disabled', 'anonymous'].includes(visitor)) {
        // What was asked for is in the address; nothing else of the region may be.
        expect(
          text.replaceAll(world.own.slug + '/', '').replaceAll(path(world.own), ''),
        ).not.toContain(`${world.own.mark} `)
      }
    }
    expect(heard).toEqual(answers)
  })
}

test('another region and one that does not exist look the same', async () => {
  const visitors: Visitor[] = ['coordinator', 'partner', 'observer', 'former']
  const unknown = { ...world.foreign, slug: 'no-such-region', partner: crypto.randomUUID() }
  for (const visitor of visitors) {
    for (const route of Object.keys(ROUTES).filter((name) => name.startsWith('/regions/['))) {
      const path = ROUTES[route]?.path
      if (!path) continue
      const [foreign, random] = await Promise.all([
        visit(path(world.foreign), world.cookies[visitor]),
        visit(path(unknown), world.cookies[visitor]),
      ])
      expect([route, foreign.status, random.status]).toEqual([route, 404, 404])
      const strip = async (response: Response, { slug, partner }: Region) =>
        (await response.text())
          .replaceAll(slug, 'region')
          .replaceAll(partner, 'partner')
          .replaceAll(/nonce="[^"]*"|[0-9a-f]{32}/g, '').length
      expect(await strip(foreign, world.foreign)).toBe(await strip(random, unknown))
    }
  }
})

test('a partner of another region is not found within the own one', async () => {
  const path = `/regions/${world.own.slug}/partners/${world.foreign.partner}`
  for (const visitor of ['admin', 'staff', 'coordinator', 'partner', 'observer'] as const) {
    expect((await visit(path, world.cookies[visitor])).status).toBe(404)
  }
})
