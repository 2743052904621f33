import type { ActionRow } from './action-row'
import type { World } from './cast'

const TASKS = 'app/(workspace)/regions/[region]/tasks/actions.ts'
const IMPORTS = 'app/(workspace)/regions/[region]/tasks/import/actions.ts'
const list = ({ own }: World) => `/regions/${own.slug}/tasks`
const one = (world: World) => `${list(world)}/${world.own.task}`
const proposal = (world: World) => `${list(world)}/${world.own.proposal}`
const fresh = (world: World) => `${list(world)}/new`
const which = ({ own }: World) => ({ regionId: own.id, id: own.task, version: '1' })
const proposed = ({ own }: World) => ({ regionId: own.id, id: own.proposal, version: '1' })
const content = (word: string) => ({
  ...{ title: word, doneWhen: word, serves: 'purpose', link: `https://${word}.example.org/` },
  dueOn: '2031-02-03',
})
const asking = ({ own }: World) => ({
  ...{ forWhom: 'partners', partners: own.partner, person: '', skipCheck: 'on', repeatMonths: '6' },
})

/** The forms of tasks. */
export const TASK_ACTIONS: Record<string, ActionRow> = {
  [`${TASKS}#add`]: {
    path: fresh,
    fields: (world, word) => ({ regionId: world.own.id, ...content(word), ...asking(world) }),
    lists: ['partners'],
    may: 'coordinator',
  },
  [`${TASKS}#propose`]: {
    path: fresh,
    fields: (world, word) => ({ regionId: world.own.id, ...content(word) }),
    may: 'partner',
  },
  [`${TASKS}#change`]: {
    path: one,
    fields: (world, word) => ({ ...which(world), ...content(word), ...asking(world) }),
    lists: ['partners'],
    may: 'coordinator',
  },
  [`${TASKS}#move`]: {
    path: one,
    fields: (world, word) => ({
      ...{ ...which(world), partner: world.own.partner, move: 'tick', note: word, reason: word },
      ...{ link: `https://${word}.example.org/`, day: '2031-02-03' },
    }),
    may: 'partner',
  },
  [`${TASKS}#archive`]: { path: one, fields: which, may: 'coordinator' },
  [`${TASKS}#restore`]: { path: one, fields: which, may: 'coordinator' },
  [`${TASKS}#take`]: { path: proposal, fields: proposed, may: 'coordinator' },
  [`${TASKS}#decline`]: {
    path: proposal,
    fields: (world, word) => ({ ...proposed(world), reason: word }),
    may: 'coordinator',
  },
  [`${TASKS}#unlink`]: {
    path: one,
    fields: ({ own }) => ({ regionId: own.id, id: own.task, userId: own.linked }),
    may: 'coordinator',
  },
  [`${TASKS}#attachPage`]: {
    path: one,
    fields: ({ own }, word) => ({
      ...{ regionId: own.id, id: own.task, url: `https://${word}.example.org/`, words: word },
    }),
    may: 'coordinator',
  },
  [`${TASKS}#detach`]: {
    path: one,
    fields: ({ own }) => ({ regionId: own.id, id: own.task, attached: own.taskPage }),
    may: 'coordinator',
  },
  [`${TASKS}#takeOver`]: {
    path: list,
    fields: ({ own }) => ({ regionId: own.id, suggestion: 'purpose.tasks.check-ris3' }),
    may: 'coordinator',
  },
  [`${TASKS}#changeChosen`]: {
    path: list,
    fields: ({ own }) => ({
      ...{ regionId: own.id, tasks: `${own.task}@1`, what: 'dueOn', dueOn: '2031-02-03' },
      ...{ state: 'done', months: '6' },
    }),
    lists: ['tasks'],
    may: 'coordinator',
  },
  // A form cannot send a file as text, so this one is always refused.
  [`${IMPORTS}#look`]: {
    path: (world) => `${list(world)}/import`,
    fields: ({ own }, word) => ({ regionId: own.id, file: word }),
    may: 'coordinator',
  },
  [`${IMPORTS}#keep`]: {
    path: (world) => `${list(world)}/import`,
    fields: ({ own }, word) => ({
      regionId: own.id,
      changes: JSON.stringify([{ row: 2, id: null, version: null, set: { title: word } }]),
    }),
    may: 'coordinator',
  },
}
