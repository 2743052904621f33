'use client'

import { ActionForm, type FormAction, useSentForm } from '@/components/forms/action-form'
import { KeptSelect } from '@/components/forms/kept-fields'
import { SheetLines, SheetRows } from '@/components/sheet/sheet-preview'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Table } from '@/components/ui/table'
import type { PartnersPreview, PartnersRow } from '@/lib/partners/sheet/preview'

interface Props {
  action: FormAction
  regionId: string
  requestKey: string
  words: Record<
    'title' | 'relations' | 'row' | 'what' | 'changes' | 'faults' | 'about' | 'choose' | 'keep',
    string
  >
}

/** What the chosen sheet would change, whom doubtful rows are about, and the button that saves it. */
export function Preview({ action, regionId, requestKey, words }: Props) {
  const { state } = useSentForm()
  if (state.status !== 'shown') return null
  // The one form this stands beside shows nothing else.
  const shown = state.shown as PartnersPreview
  return (
    <div className="sheet-preview stack">
      <h2>{words.title}</h2>
      <ActionForm action={action} requestKey={requestKey} className="stack" keepsDraft={false}>
        <input type="hidden" name="regionId" value={regionId} />
        {shown.rows.length > 0 && <Rows rows={shown.rows} words={words} />}
        {shown.relationRows.length > 0 && (
          <>
            <h3>{words.relations}</h3>
            <SheetRows
              id="relation-rows"
              rows={shown.relationRows}
              words={{ ...words, title: words.relations }}
            />
          </>
        )}
        <p className="muted small">{shown.unchanged}</p>
        {shown.ignored && <p className="muted small">{shown.ignored}</p>}
        {shown.changes && (
          <>
            <input type="hidden" name="changes" value={shown.changes} />
            <input type="hidden" name="relations" value={shown.relations} />
            <ChoicesFault />
            <div className="cluster">
              <Button>{words.keep}</Button>
            </div>
          </>
        )}
      </ActionForm>
    </div>
  )
}

function ChoicesFault() {
  const { state } = useSentForm()
  return <FieldError id="choices" error={state.faults?.choices} />
}

function Rows({ rows, words }: { rows: PartnersRow[]; words: Props['words'] }) {
  const isFaulty = rows.some(({ faults }) => faults.length > 0)
  return (
    <Table id="sheet-rows" caption={words.title} captionHidden stack="early">
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.changes}</th>
          {isFaulty && <th scope="col">{words.faults}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, what, changes, faults, options }) => (
          <tr key={row}>
            <td data-label={words.row}>{row}</td>
            <th scope="row">{what}</th>
            <td data-label={words.changes}>
              <div className="stack stack-tight">
                {options.length > 0 && (
                  <KeptSelect
                    id={`choice-${row}`}
                    name="choices"
                    label={words.about}
                    defaultValue=""
                    required
                  >
                    <option value="">{words.choose}</option>
                    {options.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </KeptSelect>
                )}
                <SheetLines lines={changes} />
              </div>
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
