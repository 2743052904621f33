import { dropTarget, noteMetric, setTarget } from '@/lib/metrics/changes'
import { getMetric, getMetrics } from '@/lib/metrics/data'
import { exportMetrics } from '@/lib/metrics/export'
import { addLine, advanceLine, dropLine } from '@/lib/metrics/lines/changes'
import { dropMeasure, setMeasure } from '@/lib/metrics/measures/data'
import { bringRates, listRates, setRate } from '@/lib/metrics/rates/data'
import { keepSheet } from '@/lib/metrics/sheet/keep'
import { getMetricsRegion, lookAtMetrics } from '@/lib/metrics/sheet/preview'
import {
  type Answers,
  coordinator,
  members,
  programme,
  type ProgrammeRow,
  type Row,
} from './matrix-answers'

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
  'lib/metrics/lines/changes.ts#addLine': {
    writes: true,
    call: (viewer, { id: regionId }) => addLine(viewer, { ...TRAINING, regionId }),
    answers: coordinator,
  },
  'lib/metrics/lines/changes.ts#advanceLine': {
    writes: true,
    call: (viewer, { id: regionId, line: id }) => advanceLine(viewer, { ...SIGNED, regionId, id }),
    nested: (viewer, { own, foreign }) =>
      advanceLine(viewer, { ...SIGNED, regionId: own.id, id: foreign.line }),
    answers: coordinator,
  },
  'lib/metrics/lines/changes.ts#dropLine': {
    writes: true,
    call: (viewer, { id: regionId, line: id }) => dropLine(viewer, { regionId, id }),
    nested: (viewer, { own, foreign }) => dropLine(viewer, { regionId: own.id, id: foreign.line }),
    answers: coordinator,
  },
  'lib/metrics/measures/data.ts#setMeasure': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      setMeasure(viewer, { regionId, kind: 'workers', year: 2024, value: 9000, source: 'Office' }),
    answers: coordinator,
  },
  'lib/metrics/measures/data.ts#dropMeasure': {
    writes: true,
    call: (viewer, { id: regionId }) =>
      dropMeasure(viewer, { regionId, kind: 'enterprises', year: 2025 }),
    answers: coordinator,
  },
  'lib/metrics/sheet/preview.ts#getMetricsRegion': {
    call: (viewer, { slug }) => getMetricsRegion(viewer, slug),
    answers: coordinatorOnly(),
  },
  'lib/metrics/sheet/preview.ts#lookAtMetrics': {
    call: (viewer, { id: regionId }) => {
      const file = new File([`number,quarter,value\n${METRIC},2026-Q1,7`], 'numbers.csv')
      return lookAtMetrics(viewer, { regionId, file }, 'en')
    },
    answers: coordinator,
  },
  'lib/metrics/sheet/keep.ts#keepSheet': {
    writes: true,
    call: (viewer, { id: regionId }) => keepSheet(viewer, { regionId, changes: [CHANGE] }),
    answers: coordinator,
  },
}

/** Others do not even hear that there is such a page. */
function coordinatorOnly(): Answers {
  const nothing = 'not-found'
  return {
    ...{ admin: nothing, staff: nothing, coordinator: 'ok', partner: nothing, observer: nothing },
  }
}

const CHANGE = {
  ...{ row: 2, metric: METRIC, quarter: '2026-Q1', version: 2 },
  set: { value: 7, breakdown: {} },
}
const TRAINING = {
  ...{ metric: METRIC, title: 'Robots and ceramics', day: '2026-05-06', kind: 'course' },
  ...{ stage: '' as const, learners: 12, amount: null, currency: 'EUR', rate: null },
  ...{ rateSource: '', fromYear: null, toYear: null, joint: false, jointKey: '', share: null },
}
const SIGNED = { stage: 'secured' as const, day: '2026-05-06', rate: null, rateSource: '' }

/** Rates are the programme's, and about no region. */
export const METRIC_PROGRAMME: Record<string, ProgrammeRow> = {
  'lib/metrics/rates/data.ts#listRates': { call: listRates, everybody: programme },
  'lib/metrics/rates/data.ts#setRate': {
    writes: true,
    call: (viewer) =>
      setRate(viewer, { currency: 'CZK', day: '2026-05-06', rate: 25.1, source: 'ECB' }),
    everybody: programme,
  },
  'lib/metrics/rates/data.ts#bringRates': {
    writes: true,
    call: (viewer) =>
      bringRates(viewer, {
        file: new File(['currency,day,rate\nCZK,2026-05-06,25.1\n'], 'rates.csv'),
        source: 'ECB',
      }),
    everybody: programme,
  },
}
