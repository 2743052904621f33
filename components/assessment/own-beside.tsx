'use client'

import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { isBegun } from './own-answers'
import { useAnswers } from './use-answers'

interface Props {
  userId: string
  roundId: string
  /** What the group said, as the reader's language writes it; null where that may not be shown. */
  rows: { id: string; text: string; median: string | null }[]
  words: Record<'title' | 'note' | 'statement' | 'own' | 'group' | 'cannotJudge' | 'tooFew', string>
}

/** One's own answers beside the group's: they are read from the device and go nowhere. */
export function OwnBeside({ userId, roundId, rows, words }: Props) {
  const { own } = useAnswers(userId, roundId)
  const shown = own ? rows.filter(({ id }) => own.answers[id] !== undefined) : []
  if (!own || !isBegun(own) || shown.length === 0) return null
  return (
    <div className="no-print">
      <Disclosure summary={words.title}>
        <p className="muted small">{words.note}</p>
        <Table id="own-beside" caption={words.title} captionHidden stack>
          <thead>
            <tr>
              <th scope="col">{words.statement}</th>
              <th scope="col" className="number">
                {words.own}
              </th>
              <th scope="col" className="number">
                {words.group}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, text, median }) => (
              <tr key={id}>
                <th scope="row">{text}</th>
                <td data-label={words.own} className="number">
                  {own.answers[id] === 0 ? words.cannotJudge : own.answers[id]}
                </td>
                <td data-label={words.group} className="number">
                  {median ?? words.tooFew}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </div>
  )
}
