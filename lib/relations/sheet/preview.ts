import { fromDay } from '@/lib/dates/days'
import type { Voice } from '@/lib/i18n/voice'
import { decideRelations, type RelationSituation } from '@/lib/relations/sheet/deciding/rules'
import { readRelationRows, type RelationVocabulary } from '@/lib/relations/sheet/reading/rules'
import type { RelationDecision, RelationFault, WantedRelation } from '@/lib/relations/sheet/rules'
import { Denial } from '@/lib/errors'
import type { Cell, PreviewRow } from '@/lib/sheet/rules'

export interface RelationsLook {
  rows: PreviewRow[]
  /** What would be added or corrected. */
  wanted: WantedRelation[]
  counts: { relations: number; faulty: number; unchanged: number }
  ignored: string[]
}

/**
 * What a sheet of relations would change, in the reader's language; nothing is written. Throws
 * Denial, a fault of `file`.
 */
export function lookAtRelations(
  voice: Voice,
  vocabulary: RelationVocabulary,
  situation: RelationSituation,
  table: readonly (readonly Cell[])[],
): RelationsLook {
  const reading = readRelationRows(table, vocabulary)
  if (reading.refused !== null) throw new Denial('invalid', `file:${reading.refused}`)
  const understood = reading.rows.flatMap(({ wanted }) => wanted ?? [])
  const decisions = new Map(
    decideRelations(situation, understood).map((decision) => [decision.wanted.row, decision]),
  )
  const lines = reading.rows.map(({ row, name, faults }) => {
    const decision = decisions.get(row) ?? null
    return { row, name, decision, faults: [...faults, ...(decision?.faults ?? [])] }
  })
  const faulty = lines.filter(({ faults }) => faults.length > 0)
  const moved = lines.filter(({ decision }) => decision?.changed)
  const shown = lines.filter((line) => faulty.includes(line) || moved.includes(line))
  return {
    rows: shown.map(({ row, name, decision, faults }) => ({
      ...{ row, what: name },
      changes: decision && faults.length === 0 ? sayChanges(voice, decision) : [],
      faults: faults.map((fault) => sayFault(voice, fault)),
    })),
    wanted: moved.flatMap(({ decision }) => decision?.wanted ?? []),
    counts: {
      ...{ relations: moved.length, faulty: faulty.length },
      unchanged: lines.length - shown.length,
    },
    ignored: reading.ignored,
  }
}

function sayChanges(voice: Voice, { wanted, before, after }: RelationDecision): string[] {
  const t = voice.translator('register')
  const sheet = voice.translator('sheet')
  const day = (iso: string | null) =>
    iso === null
      ? sheet('preview.nothing')
      : voice.format.dateTime(fromDay(iso), { dateStyle: 'medium' })
  const days = (['since', 'endedOn'] as const).flatMap((column) => {
    const [was, will] = [before?.[column] ?? null, after?.[column] ?? null]
    return was === will
      ? []
      : [
          sheet('preview.change', {
            ...{ column: t(`relations.columns.${column}`), was: day(was), will: day(will) },
          }),
        ]
  })
  const said = voice.translator('network')(`said.${wanted.said}`)
  return before === null ? [t('relations.isNew', { said }), ...days] : days
}

function sayFault(voice: Voice, { column, fault, values = {} }: RelationFault): string {
  const t = voice.translator('register')
  return voice.translator('sheet')('preview.fault', {
    column: t(`relations.columns.${column}`),
    fault: t(`relations.faults.${fault}`, values as { row: number }),
  })
}
