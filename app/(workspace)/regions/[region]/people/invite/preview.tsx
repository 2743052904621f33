'use client'

import { ActionForm, type FormAction, useSentForm } from '@/components/forms/action-form'
import { KeptSelect } from '@/components/forms/kept-fields'
import { SheetLines } from '@/components/sheet/sheet-preview'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Table } from '@/components/ui/table'
import type { PastedPreview } from '@/lib/people/pasted/preview'

type Words = Record<
  | ('title' | 'row' | 'who' | 'seat' | 'faults' | 'noAddress' | 'keep')
  | ('asks' | 'asksHint' | 'choose'),
  string
>

interface Props {
  action: FormAction
  regionId: string
  requestKey: string
  words: Words
}

/** Whom the list would invite, which organisations are new, and the button that invites them. */
export function Preview({ action, regionId, requestKey, words }: Props) {
  const { state } = useSentForm()
  if (state.status !== 'shown') return null
  // The one form this stands beside shows nothing else.
  const shown = state.shown as PastedPreview
  return (
    <div className="sheet-preview stack">
      <h2>{words.title}</h2>
      <Rows rows={shown.rows} words={words} />
      {shown.changes && (
        <ActionForm action={action} requestKey={requestKey} className="stack" keepsDraft={false}>
          <input type="hidden" name="regionId" value={regionId} />
          <input type="hidden" name="seat" value={shown.seat} />
          <input type="hidden" name="locale" value={shown.locale} />
          <input type="hidden" name="changes" value={shown.changes} />
          {shown.asks.length > 0 && <Asks asks={shown.asks} words={words} />}
          <div className="cluster">
            <Button>{words.keep}</Button>
          </div>
        </ActionForm>
      )}
    </div>
  )
}

function Rows({ rows, words }: { rows: PastedPreview['rows']; words: Words }) {
  const isFaulty = rows.some(({ faults, notes }) => faults.length + notes.length > 0)
  return (
    <Table id="pasted-rows" caption={words.title} captionHidden stack>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.seat}</th>
          {isFaulty && <th scope="col">{words.faults}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, row, who, name, seat, notes, faults }) => (
          <tr key={key}>
            <td data-label={words.row}>{row}</td>
            <th scope="row" className="break-anywhere">
              {name || who || words.noAddress}
              {name && who && <span className="muted small font-normal"> {who}</span>}
            </th>
            <td data-label={seat ? words.seat : undefined}>{seat}</td>
            {isFaulty && (
              <td data-label={faults.length + notes.length > 0 ? words.faults : undefined}>
                <SheetLines lines={[...faults, ...notes]} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Asks({ asks, words }: { asks: PastedPreview['asks']; words: Words }) {
  const { state } = useSentForm()
  return (
    <fieldset className="stack">
      <legend className="asks-title">{words.asks}</legend>
      <p className="muted small">{words.asksHint}</p>
      <FieldError id="choices" error={state.faults?.choices} />
      {asks.map(({ label, options }, index) => (
        <KeptSelect
          key={label}
          id={`choice-${index}`}
          name="choices"
          label={label}
          defaultValue=""
          required
        >
          <option value="">{words.choose}</option>
          {options.map(({ value, label: option }) => (
            <option key={value} value={value}>
              {option}
            </option>
          ))}
        </KeptSelect>
      ))}
    </fieldset>
  )
}
