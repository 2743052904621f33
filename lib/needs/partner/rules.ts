import type { NeedLine } from '../lines/rules'

const MAX_PARTNERS = 3

/** What one organisation is asked and has not done yet: how many tasks, and which comes next. */
export interface AskedOf {
  partnerId: string
  count: number
  /** Id, title and day of the one that is wanted first. */
  task: string
  label: string
  due: string | null
}

/**
 * What is needed of organisations, the most urgent first: of at most three of them, or of the
 * reader's own alone, whose line says "from you" (guidebook model, 3.8).
 */
export function partnerNeeds(
  asked: readonly AskedOf[],
  { own, step, asOf }: { own: string | null; step: string | null; asOf: string },
): NeedLine<'needs.partner'>[] {
  const lasts = '9999-12-31'
  return asked
    .filter(({ partnerId, count }) => count > 0 && (own === null || partnerId === own))
    .toSorted((a, b) => (a.due ?? lasts).localeCompare(b.due ?? lasts) || b.count - a.count)
    .slice(0, MAX_PARTNERS)
    .map(({ partnerId, task, ...asked }) => ({
      key: 'needs.partner',
      step,
      subject: task,
      values: {
        ...asked,
        partner: partnerId === own ? null : partnerId,
        overdue: asked.due !== null && asked.due < asOf,
      },
    }))
}
