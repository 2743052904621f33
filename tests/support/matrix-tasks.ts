import { evidenceStore } from '@/lib/evidence/store/chosen'
import { keyOf } from '@/lib/evidence/store/store'
import {
  addTask,
  archiveTask,
  changeTask,
  declineProposal,
  proposeTask,
  restoreTask,
  takeProposal,
} from '@/lib/tasks/changes'
import { getTask, getTaskDesk, listTasks } from '@/lib/tasks/data'
import { attachFile, attachPage, checkAttach, detach } from '@/lib/tasks/files/changes'
import { openTaskFile } from '@/lib/tasks/files/data'
import { endLink } from '@/lib/tasks/links/data'
import { moveTask } from '@/lib/tasks/moves'
import { taskFilterSchema } from '@/lib/tasks/schema'
import { changeTasks } from '@/lib/tasks/several'
import { takeSuggested } from '@/lib/tasks/suggested'
import type { Region } from './cast'
import type { Row } from './matrix-answers'

const everybody: Row['answers'] = {
  ...{ admin: 'ok', staff: 'ok', coordinator: 'ok', partner: 'ok', observer: 'ok' },
}
const nobody: Row['answers'] = {
  ...{ admin: 'forbidden', staff: 'forbidden', coordinator: 'forbidden' },
  ...{ partner: 'forbidden', observer: 'forbidden' },
}
const keeper: Row['answers'] = { ...nobody, coordinator: 'ok' }

const content = {
  title: 'Look up the numbers',
  doneWhen: '',
  serves: 'purpose',
  link: '',
  dueOn: null,
}
const asking = { forWhom: 'partners' as const, person: '', skipCheck: false, repeatMonths: null }
const nothing = { note: '', link: '', reason: '', day: null }
const file = {
  ...{ fileName: 'plan.pdf', fileType: 'application/pdf', fileSize: 4, fileSha256: '' },
}
const taskOf = ({ id: regionId }: Region, { task: id }: Region) => ({ regionId, id, version: 1 })
const proposalOf = ({ id: regionId }: Region, { proposal: id }: Region) => ({
  ...{ regionId, id, version: 1 },
})

/** Tasks: who sees, gives, proposes, ticks off, checks and changes them. */
export const TASK_MATRIX: Record<string, Row> = {
  'lib/tasks/data.ts#listTasks': {
    call: (viewer, { slug }) => listTasks(viewer, slug, 'en', taskFilterSchema.parse({})),
    answers: everybody,
  },
  'lib/tasks/data.ts#getTask': {
    call: (viewer, { slug, task }) => getTask(viewer, slug, task, 'en'),
    nested: (viewer, { own, foreign }) => getTask(viewer, own.slug, foreign.task, 'en'),
    answers: everybody,
  },
  'lib/tasks/data.ts#getTaskDesk': {
    call: (viewer, { slug }) => getTaskDesk(viewer, slug, 'en'),
    answers: {
      admin: 'not-found',
      staff: 'not-found',
      observer: 'not-found',
      coordinator: 'ok',
      partner: 'ok',
    },
  },
  'lib/tasks/changes.ts#addTask': {
    writes: true,
    call: (viewer, { id: regionId, partner }) =>
      addTask(viewer, { regionId, ...content, ...asking, partners: [partner] }),
    nested: (viewer, { own, foreign }) =>
      addTask(viewer, { regionId: own.id, ...content, ...asking, partners: [foreign.partner] }),
    nestedAnswer: 'invalid: partners:invalid',
    answers: keeper,
  },
  'lib/tasks/changes.ts#proposeTask': {
    writes: true,
    call: (viewer, { id: regionId }) => proposeTask(viewer, { regionId, ...content }),
    answers: { ...nobody, partner: 'ok' },
  },
  'lib/tasks/changes.ts#changeTask': {
    writes: true,
    call: (viewer, region) =>
      changeTask(viewer, {
        ...taskOf(region, region),
        ...content,
        ...asking,
        partners: [region.partner],
      }),
    nested: (viewer, { own, foreign }) =>
      changeTask(viewer, {
        ...taskOf(own, foreign),
        ...content,
        ...asking,
        partners: [own.partner],
      }),
    answers: keeper,
  },
  'lib/tasks/changes.ts#archiveTask': {
    writes: true,
    call: (viewer, region) => archiveTask(viewer, taskOf(region, region)),
    nested: (viewer, { own, foreign }) => archiveTask(viewer, taskOf(own, foreign)),
    answers: keeper,
  },
  'lib/tasks/changes.ts#restoreTask': {
    writes: true,
    call: (viewer, region) => restoreTask(viewer, taskOf(region, region)),
    nested: (viewer, { own, foreign }) => restoreTask(viewer, taskOf(own, foreign)),
    answers: keeper,
  },
  'lib/tasks/changes.ts#takeProposal': {
    writes: true,
    call: (viewer, region) => takeProposal(viewer, proposalOf(region, region)),
    nested: (viewer, { own, foreign }) => takeProposal(viewer, proposalOf(own, foreign)),
    answers: keeper,
  },
  'lib/tasks/changes.ts#declineProposal': {
    writes: true,
    call: (viewer, region) =>
      declineProposal(viewer, { ...proposalOf(region, region), reason: 'Not this year' }),
    nested: (viewer, { own, foreign }) =>
      declineProposal(viewer, { ...proposalOf(own, foreign), reason: 'Not this year' }),
    answers: keeper,
  },
  'lib/tasks/moves.ts#moveTask': {
    writes: true,
    call: (viewer, region) =>
      moveTask(viewer, {
        ...taskOf(region, region),
        partner: region.partner,
        move: 'tick',
        ...nothing,
      }),
    nested: (viewer, { own, foreign }) =>
      moveTask(viewer, { ...taskOf(own, foreign), partner: own.partner, move: 'tick', ...nothing }),
    answers: { ...keeper, partner: 'ok' },
  },
  'lib/tasks/links/data.ts#endLink': {
    writes: true,
    call: (viewer, { id: regionId, task: id, linked: userId }) =>
      endLink(viewer, { regionId, id, userId }),
    nested: (viewer, { own, foreign }) =>
      endLink(viewer, { regionId: own.id, id: foreign.task, userId: foreign.linked }),
    answers: keeper,
  },
  'lib/tasks/files/data.ts#openTaskFile': {
    call: async (viewer, { id: regionId, slug, taskFile: id }) => {
      await (await evidenceStore()).put(keyOf({ regionId, id }), Buffer.from('%PDF'))
      const { body, headers } = await openTaskFile(viewer, slug, id)
      await body.cancel()
      return headers
    },
    nested: (viewer, { own, foreign }) => openTaskFile(viewer, own.slug, foreign.taskFile),
    answers: everybody,
  },
  'lib/tasks/files/changes.ts#attachFile': {
    writes: true,
    call: (viewer, { id: regionId, task: id }) =>
      attachFile(viewer, { regionId, id }, { ...file, id: crypto.randomUUID() }),
    nested: (viewer, { own, foreign }) =>
      attachFile(
        viewer,
        { regionId: own.id, id: foreign.task },
        { ...file, id: crypto.randomUUID() },
      ),
    answers: keeper,
  },
  'lib/tasks/files/changes.ts#attachPage': {
    writes: true,
    call: (viewer, { id: regionId, task: id }) =>
      attachPage(viewer, { regionId, id, url: 'https://city.example/', words: '' }),
    nested: (viewer, { own, foreign }) =>
      attachPage(viewer, {
        ...{ regionId: own.id, id: foreign.task, url: 'https://city.example/', words: '' },
      }),
    answers: keeper,
  },
  'lib/tasks/files/changes.ts#checkAttach': {
    call: (viewer, { id: regionId, task: id }) => checkAttach(viewer, { regionId, id }),
    nested: (viewer, { own, foreign }) =>
      checkAttach(viewer, { regionId: own.id, id: foreign.task }),
    answers: keeper,
  },
  'lib/tasks/files/changes.ts#detach': {
    writes: true,
    call: (viewer, { id: regionId, task: id, taskFile: attached }) =>
      detach(viewer, { regionId, id, attached }),
    nested: (viewer, { own, foreign }) =>
      detach(viewer, { regionId: own.id, id: own.task, attached: foreign.taskFile }),
    answers: keeper,
  },
  'lib/tasks/suggested.ts#takeSuggested': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      takeSuggested(viewer, { regionId, suggestion: 'purpose.tasks.check-ris3' }),
    answers: keeper,
  },
  'lib/tasks/several.ts#changeTasks': {
    writes: true,
    call: (viewer, { id: regionId, task: id }) =>
      changeTasks(viewer, { regionId, tasks: [{ id, version: 1 }], ...several }),
    nested: (viewer, { own, foreign }) =>
      changeTasks(viewer, {
        regionId: own.id,
        tasks: [{ id: foreign.task, version: 1 }],
        ...several,
      }),
    answers: keeper,
  },
}

const several = { what: 'dueOn', dueOn: '2031-02-03', state: 'done', months: 6 } as const
