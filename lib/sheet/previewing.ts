import { Denial } from '@/lib/errors'
import type { Voice } from '@/lib/i18n/voice'
import { MOST_CHANGES_LENGTH, type SheetPreview } from '@/lib/sheet/rules'

/** A row of a sheet with what it would do. */
export interface SheetLine<Decision, Fault extends SheetFault = SheetFault> {
  decision: Decision
  /** What the row calls itself. */
  name: string
  faults: Fault[]
}

export interface SheetFault {
  column: string
  fault: string
  values?: Record<string, string | number>
}

/** What was read and what was decided of it, row by row: what cannot be understood is said first. */
export function joinLines<Fault extends SheetFault, Decision extends { faults: readonly Fault[] }>(
  read: readonly { name: string; faults: readonly Fault[] }[],
  decisions: readonly Decision[],
) {
  return decisions.map((decision, index) => {
    const row = read[index]
    // One sentence a cell is enough.
    const faults = new Map(
      [...decision.faults, ...(row?.faults ?? [])].map((fault) => [fault.column, fault]),
    )
    return { decision, name: row?.name ?? '', faults: [...faults.values()] }
  })
}

/**
 * Which rows are to be shown, and what is to be said of all of them together. Nothing can be saved
 * while a row has a fault.
 */
export function sortLines<Line extends SheetLine<{ before: unknown; changed: readonly unknown[] }>>(
  lines: readonly Line[],
) {
  const faulty = lines.filter(({ faults }) => faults.length > 0)
  const moved = lines.filter(({ decision }) => decision.changed.length > 0)
  const added = moved.filter(({ decision }) => decision.before === null)
  const shown = lines.filter((line) => line.faults.length > 0 || line.decision.changed.length > 0)
  const isReady = faulty.length === 0 && moved.length > 0
  const headline = faulty.length > 0 ? 'faulty' : isReady ? 'ready' : 'same'
  const counts = { changed: moved.length - added.length, added: added.length }
  return { moved, shown, isReady, headline, counts: { ...counts, faulty: faulty.length } } as const
}

/** What stands below the rows. Throws Denial, a fault of `file`, for more than a form can carry. */
export function closeSheet(
  voice: Voice,
  { unchanged, ignored, changes }: { unchanged: number; ignored: string[]; changes: unknown },
): Omit<SheetPreview, 'headline' | 'rows'> {
  const t = voice.translator('sheet')
  const sent = changes === null ? null : JSON.stringify(changes)
  if (sent && sent.length > MOST_CHANGES_LENGTH) throw new Denial('invalid', 'file:sheetTooLarge')
  return {
    unchanged: t('preview.unchanged', { count: unchanged }),
    ignored:
      ignored.length > 0 ? t('preview.ignored', { columns: voice.format.list(ignored) }) : null,
    changes: sent,
  }
}
