import { bandOf } from '@/lib/assessment/change/rules'
import { fromDay } from '@/lib/dates/days'
import type { Guide } from '@/lib/guidebook/rules'
import type { Voice } from '@/lib/i18n/voice'
import type { DerivedStep } from '@/lib/journey/derived/rules'
import type { MilestoneRow, RoundRow } from '@/lib/journey/record'
import type { StepState } from '@/lib/journey/rules'
import type { Upcoming } from '@/lib/journey/upcoming/rules'
import type { MetricFigure, TargetRow } from '@/lib/metrics/data'
import { SECTORS, type SectorCoverage } from '@/lib/partners/rules'
import type { ReportBlock } from '@/lib/report/document'
import type { Period, SectionId } from '@/lib/report/period/rules'

/** All that a report is made from. */
export interface ReportFacts {
  region: { name: string; milestones: MilestoneRow[] }
  guide: Guide
  journey: { stage: number; steps: DerivedStep[] }
  period: Period
  today: string
  story: string
  changes: { day: string; step: string; from: StepState | null; to: StepState | null }[]
  metrics: MetricFigure[]
  coverage: SectorCoverage
  /** Null for readers who may not see them. */
  levels: RoundRow[] | null
  ahead: Upcoming[]
}

type Compose = (voice: Voice, facts: ReportFacts) => ReportBlock[]

/** At most so many lines of what comes next. */
const AHEAD = 8

const sayDay = ({ format }: Voice, day: string) =>
  format.dateTime(fromDay(day), { dateStyle: 'medium' })

const quiet = (text: string): ReportBlock => ({ kind: 'words', text, quiet: true })

const story: Compose = (_, facts) =>
  facts.story
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'words', text: text.trim() }))

const journey: Compose = (voice, { guide, journey: now }) => {
  const t = voice.translator('report')
  const words = voice.translator('words')
  const stations = guide.steps.flatMap(({ slug, number, title, part }) => {
    const step = now.steps.find((one) => one.slug === slug)
    return step ? [{ slug, number, title, part, state: step.state, progress: step.progress }] : []
  })
  const states = stations.map(({ number, state }) =>
    t('station', { n: number, state: words(`state.${state}`) }),
  )
  return [
    { kind: 'words', text: words(`stage.${now.stage as 0}`) },
    { kind: 'journey', alt: voice.format.list(states), stations },
    {
      kind: 'table',
      caption: t('section.journey'),
      head: [t('column.step'), t('column.state'), t('column.since')],
      rows: now.steps.map(({ slug, number, state, reachedSince }) => [
        `${number}. ${guide.steps.find((one) => one.slug === slug)?.title ?? slug}`,
        words(`state.${state}`),
        reachedSince ? sayDay(voice, reachedSince) : '–',
      ]),
    },
  ]
}

const changes: Compose = (voice, { guide, changes: told }) => {
  const t = voice.translator('report')
  const words = voice.translator('words')
  if (told.length === 0) return [quiet(t('none.changes'))]
  const state = (one: StepState | null) => (one ? words(`state.${one}`) : '–')
  return [
    {
      kind: 'table',
      caption: t('section.changes'),
      head: [t('column.day'), t('column.step'), t('column.before'), t('column.after')],
      rows: told.map(({ day, step, from, to }) => {
        const found = guide.steps.find(({ slug }) => slug === step)
        const title = found ? `${found.number}. ${found.title}` : step
        return [sayDay(voice, day), title, state(from), state(to)]
      }),
    },
  ]
}

const milestones: Compose = (voice, { guide, region, period }) => {
  const t = voice.translator('report')
  const all = guide.steps.flatMap((step) => [...step.milestones, ...step.ownMilestones])
  const reached = region.milestones
    .filter(({ reachedOn }) => reachedOn && reachedOn >= period.from && reachedOn <= period.to)
    .toSorted((a, b) => (a.reachedOn ?? '').localeCompare(b.reachedOn ?? ''))
  if (reached.length === 0) return [quiet(t('none.milestones'))]
  return [
    {
      kind: 'table',
      caption: t('section.milestones'),
      head: [t('column.day'), t('column.milestone'), t('column.note')],
      rows: reached.map(({ milestone, reachedOn, note }) => [
        sayDay(voice, reachedOn ?? period.to),
        all.find(({ id }) => id === milestone)?.title ?? milestone,
        note || '–',
      ]),
    },
  ]
}

const metrics: Compose = (voice, { metrics: figures }) => {
  const t = voice.translator('report')
  const told = figures.filter(({ year, words, targets }) =>
    words.core ? true : year.value !== null || targets.length > 0,
  )
  const amount = (value: number, unit: string) =>
    unit === 'EUR'
      ? voice.format.number(value, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
      : `${voice.format.number(value)} ${unit}`
  const target = ({ value, dueOn, progress }: TargetRow, unit: string) =>
    t('target', {
      value: amount(value, unit),
      due: dueOn ? 'yes' : 'no',
      day: dueOn ? sayDay(voice, dueOn) : '',
      known: progress === null ? 'no' : 'yes',
      percent: progress ?? 0,
    })
  return [
    {
      kind: 'table',
      caption: t('section.metrics'),
      head: [t('column.metric'), t('column.value'), t('column.told'), t('column.target')],
      rows: told.map(({ words, year, targets }) => [
        words.label,
        year.value === null ? t('none.value') : amount(year.value, words.unit),
        t('quarters', { reported: year.reported, of: year.of }),
        targets.map((one) => target(one, words.unit)).join('; ') || '–',
      ]),
    },
    quiet(t('metricsNote')),
  ]
}

const assessment: Compose = (voice, { guide, levels, period }) => {
  if (levels === null) return []
  const t = voice.translator('report')
  const bands = voice.translator('rounds')
  const rows = guide.steps.flatMap(({ slug, number, title }) => {
    const round = levels
      .filter(({ step, level, closedOn }) => step === slug && level > 0 && closedOn <= period.to)
      .toSorted((a, b) => b.closedOn.localeCompare(a.closedOn))[0]
    if (!round) return []
    const level = voice.format.number(round.level, { minimumFractionDigits: 1 })
    return [
      [
        `${number}. ${title}`,
        `${level} · ${bands(`band.${bandOf(round.level)}`)}`,
        t(round.kind === 'consensus' ? 'consensus' : 'people', { count: round.respondents }),
        sayDay(voice, round.closedOn),
      ],
    ]
  })
  if (rows.length === 0) return [quiet(t('none.assessment'))]
  const head = [t('column.step'), t('column.level'), t('column.who'), t('column.day')]
  return [
    { kind: 'table', caption: t('section.assessment'), head, rows },
    quiet(t('assessmentNote')),
  ]
}

const partners: Compose = (voice, { coverage }) => {
  const t = voice.translator('report')
  const words = voice.translator('words')
  return [
    {
      kind: 'table',
      caption: t('section.partners'),
      head: [t('column.sector'), t('column.engaged'), t('column.listed'), t('column.coverage')],
      rows: SECTORS.map((sector) => {
        const { engaged, listed, coverage: how } = coverage.sectors[sector]
        const number = (value: number) => voice.format.number(value)
        return [words(`sector.${sector}`), number(engaged), number(listed), t(`coverage.${how}`)]
      }),
    },
  ]
}

const outlook: Compose = (voice, { guide, ahead, today }) => {
  const t = voice.translator('report')
  if (ahead.length === 0) return [quiet(t('none.outlook'))]
  return [
    {
      kind: 'table',
      caption: t('section.outlook'),
      head: [t('column.day'), t('column.what'), t('column.step')],
      rows: ahead
        .slice(0, AHEAD)
        .map(({ day, title, step, number }) => [
          day < today ? t('overdue', { day: sayDay(voice, day) }) : sayDay(voice, day),
          title,
          `${number}. ${guide.steps.find(({ slug }) => slug === step)?.title ?? step}`,
        ]),
    },
  ]
}

/** What each section of a report says. */
export const SECTION_BLOCKS: Record<SectionId, Compose> = {
  ...{ story, journey, changes, milestones, metrics, assessment, partners, outlook },
}
