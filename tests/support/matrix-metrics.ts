import { dropTarget, noteMetric, setTarget } from '@/lib/metrics/changes'
import { getMetric, getMetrics } from '@/lib/metrics/data'
import { exportMetrics } from '@/lib/metrics/export'
import { coordinator, members, type Row } from './matrix-answers'

const METRIC = 'trainings_delivered' as const

/** Numbers are everybody's of the region to read, and the coordinators' to tell. */
export const METRIC_MATRIX: Record<string, Row> = {
  'lib/metrics/data.ts#getMetrics': {
    call: (viewer, { slug }) => getMetrics(viewer, slug, 'en'),
    answers: members,
  },
  'lib/metrics/data.ts#getMetric': {
    call: (viewer, { slug }) => getMetric(viewer, slug, METRIC, 'en'),
    answers: members,
  },
  'lib/metrics/export.ts#exportMetrics': {
    call: (viewer, { slug }) => exportMetrics(viewer, slug, 'en', 'csv'),
    answers: members,
  },
  'lib/metrics/changes.ts#noteMetric': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      noteMetric(viewer, {
        ...{ regionId, metric: METRIC, quarter: '2026-Q2', version: 0, value: 3 },
        ...{ source: '', context: '', confirm: true },
      }),
    answers: coordinator,
  },
  'lib/metrics/changes.ts#setTarget': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      setTarget(viewer, {
        ...{ regionId, metric: METRIC, value: 9, dueOn: null, baseline: null },
        ...{ baselineOn: null, source: '' },
      }),
    answers: coordinator,
  },
  'lib/metrics/changes.ts#dropTarget': {
    writes: true,
    call: (viewer, { id: regionId, target: id }) => dropTarget(viewer, { regionId, id }),
    nested: (viewer, { own, foreign }) =>
      dropTarget(viewer, { regionId: own.id, id: foreign.target }),
    answers: coordinator,
  },
}
