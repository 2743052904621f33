import { exportSheet } from '@/lib/journey/sheet/export'
import { keepSheet } from '@/lib/journey/sheet/keep'
import { getSheetRegion, lookAtSheet } from '@/lib/journey/sheet/preview'
import { taskFilterSchema } from '@/lib/tasks/schema'
import { exportTasks, exportTemplate } from '@/lib/tasks/sheet/export'
import { keepTasks } from '@/lib/tasks/sheet/keep'
import { getTasksRegion, lookAtTasks } from '@/lib/tasks/sheet/preview'
import { type Answers, coordinator, members, type Row } from './matrix-answers'

const item = 'purpose.checklist.gap-question-written'

const change = (owner: string) => ({
  ...{ row: 2, id: item, version: 0, step: null, kind: null },
  set: { owner },
})

const changedTask = (id: string) => ({
  ...{ row: 2, id, version: 1, set: { doneWhen: 'A word' } },
})

const nothing: Answers = {
  ...{ admin: 'not-found', staff: 'not-found', coordinator: 'ok' },
  ...{ partner: 'not-found', observer: 'not-found' },
}

/** Who may take a region's checklists and tasks away as a sheet, and bring them back. */
export const SHEET_MATRIX: Record<string, Row> = {
  'lib/journey/sheet/export.ts#exportSheet': {
    call: async (viewer, { slug }) => {
      const { body } = await exportSheet(viewer, slug, 'en', 'csv')
      return body.toString()
    },
    answers: members,
  },
  'lib/journey/sheet/preview.ts#getSheetRegion': {
    call: (viewer, { slug }) => getSheetRegion(viewer, slug),
    answers: nothing,
  },
  'lib/journey/sheet/preview.ts#lookAtSheet': {
    call: (viewer, { id: regionId }) => {
      const file = new File([`id,note\n${item},A note`], 'sheet.csv')
      return lookAtSheet(viewer, { regionId, file }, 'en')
    },
    answers: coordinator,
  },
  'lib/journey/sheet/keep.ts#keepSheet': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      keepSheet(viewer, { regionId, changes: [change('any-partner')] }),
    nested: (viewer, { own, foreign }) =>
      keepSheet(viewer, { regionId: own.id, changes: [change(`partner:${foreign.partner}`)] }),
    nestedAnswer: 'conflict: sheetChanged',
    answers: coordinator,
  },
  'lib/tasks/sheet/export.ts#exportTasks': {
    call: async (viewer, { slug }) => {
      const filter = taskFilterSchema.parse({ state: 'all' })
      const { body } = await exportTasks(viewer, slug, 'en', { format: 'csv', filter })
      return body.toString()
    },
    answers: members,
  },
  'lib/tasks/sheet/export.ts#exportTemplate': {
    call: async (viewer, { slug }) => {
      const { body } = await exportTemplate(viewer, slug, 'en', 'csv')
      return body.toString()
    },
    answers: members,
  },
  'lib/tasks/sheet/preview.ts#getTasksRegion': {
    call: (viewer, { slug }) => getTasksRegion(viewer, slug),
    answers: nothing,
  },
  'lib/tasks/sheet/preview.ts#lookAtTasks': {
    call: (viewer, { id: regionId, task }) => {
      const file = new File([`id,done when\n${task},A word`], 'tasks.csv')
      return lookAtTasks(viewer, { regionId, file }, 'en')
    },
    answers: coordinator,
  },
  'lib/tasks/sheet/keep.ts#keepTasks': {
    writes: true,
    call: (viewer, { id: regionId, task }) =>
      keepTasks(viewer, { regionId, changes: [changedTask(task)] }),
    nested: (viewer, { own, foreign }) =>
      keepTasks(viewer, { regionId: own.id, changes: [changedTask(foreign.task)] }),
    nestedAnswer: 'conflict: sheetChanged',
    answers: coordinator,
  },
}
