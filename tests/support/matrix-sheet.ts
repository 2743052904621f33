import { exportSheet } from '@/lib/journey/sheet/export'
import { keepSheet } from '@/lib/journey/sheet/keep'
import { getSheetRegion, lookAtSheet } from '@/lib/journey/sheet/preview'
import { type Answers, coordinator, members, type Row } from './matrix-answers'

const item = 'purpose.checklist.gap-question-written'

const change = (owner: string) => ({
  ...{ row: 2, id: item, version: 0, step: null, kind: null },
  set: { owner },
})

const nothing: Answers = {
  ...{ admin: 'not-found', staff: 'not-found', coordinator: 'ok' },
  ...{ partner: 'not-found', observer: 'not-found' },
}

/** Who may take a region's checklists away as a sheet, and bring them back. */
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
}
