'use client'

import { ActionForm, type FormAction, useSentForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import type { SheetPreview as Preview } from '@/lib/sheet/rules'
import './sheet.css'

interface Props {
  action: FormAction
  regionId: string
  requestKey: string
  words: Record<'title' | 'row' | 'what' | 'changes' | 'faults' | 'keep', string>
}

/** What the chosen sheet would change, and the button that saves it. */
export function SheetPreview({ action, regionId, requestKey, words }: Props) {
  const { state } = useSentForm()
  if (state.status !== 'shown') return null
  // The one form this stands beside shows nothing else.
  const shown = state.shown as Preview
  return (
    <div className="sheet-preview stack">
      <h2>{words.title}</h2>
      {shown.rows.length > 0 && <SheetRows id="sheet-rows" rows={shown.rows} words={words} />}
      <p className="muted small">{shown.unchanged}</p>
      {shown.ignored && <p className="muted small">{shown.ignored}</p>}
      {shown.changes && (
        <ActionForm action={action} requestKey={requestKey} className="stack" keepsDraft={false}>
          <input type="hidden" name="regionId" value={regionId} />
          <input type="hidden" name="changes" value={shown.changes} />
          <div className="cluster">
            <Button>{words.keep}</Button>
          </div>
        </ActionForm>
      )}
    </div>
  )
}

interface RowsProps {
  /** Unique on the page. */
  id: string
  rows: Preview['rows']
  words: Omit<Props['words'], 'keep'>
}

/** What each row would change, and what is to be put right. */
export function SheetRows({ id, rows, words }: RowsProps) {
  const isFaulty = rows.some(({ faults }) => faults.length > 0)
  return (
    <Table id={id} caption={words.title} captionHidden stack>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.changes}</th>
          {isFaulty && <th scope="col">{words.faults}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, what, changes, faults }) => (
          <tr key={row}>
            <td data-label={words.row}>{row}</td>
            <th scope="row">{what}</th>
            <td data-label={changes.length > 0 ? words.changes : undefined}>
              <SheetLines lines={changes} />
            </td>
            {isFaulty && (
              <td data-label={faults.length > 0 ? words.faults : undefined}>
                <SheetLines lines={faults} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** One line under the other, none where there is none. */
export function SheetLines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <ul role="list" className="sheet-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
