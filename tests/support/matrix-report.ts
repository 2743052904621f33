import { getReport } from '@/lib/report/data'
import { exportReport } from '@/lib/report/export'
import { reportSchema } from '@/lib/report/schema'
import { tellStory } from '@/lib/report/story'
import { coordinator, members, type Row } from './matrix-answers'

const query = reportSchema.parse({})

/** Reports are everybody's of the region to read; its story is the coordinators' to tell. */
export const REPORT_MATRIX: Record<string, Row> = {
  'lib/report/data.ts#getReport': {
    call: (viewer, { slug }) => getReport(viewer, slug, query, 'en'),
    answers: members,
  },
  'lib/report/export.ts#exportReport': {
    call: (viewer, { slug }) => exportReport(viewer, slug, query, { locale: 'en', format: 'xlsx' }),
    answers: members,
  },
  'lib/report/story.ts#tellStory': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      tellStory(viewer, { regionId, language: 'en', version: 1, words: 'A story' }),
    answers: coordinator,
  },
}
