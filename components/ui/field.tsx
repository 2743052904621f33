import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon'

type FieldText = {
  label: ReactNode
  /** Set beside the label, for instance "optional". */
  aside?: ReactNode
  hint?: ReactNode
  /** What to change, in words; marks the control as invalid. */
  error?: ReactNode
}

type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  autoFocus: true | undefined
}

type FieldProps = FieldText & { id: string; children: (control: ControlProps) => ReactNode }

/** Label, hint and error around one control; spread what it hands over on the control. */
function Field({ id, label, aside, hint, error, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label} {aside && <span className="field-optional">{aside}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children(controlProps(id, hint, error))}
      <FieldError id={id} error={error} />
    </div>
  )
}

/** Props for every field below: the control's own, with `name` needed and `id` taken from it. */
type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldText &
  Omit<ComponentProps<Tag>, 'id' | 'name' | 'className'> & { name: string; id?: string }

/** One line of text; `type` may be email, tel, url, number, search or password as in HTML. */
export function TextField(props: Control<'input'>) {
  const { text, id, rest } = splitProps(props)
  return (
    <Field {...text} id={id}>
      {(control) => <input type="text" {...rest} {...control} className="input" />}
    </Field>
  )
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: Control<'textarea'>) {
  const { text, id, rest } = splitProps(props)
  return (
    <Field {...text} id={id}>
      {(control) => <textarea rows={3} {...rest} {...control} className="input" />}
    </Field>
  )
}

/** One of several; options as children. */
export function SelectField(props: Control<'select'>) {
  const { text, id, rest } = splitProps(props)
  return (
    <Field {...text} id={id}>
      {(control) => <select {...rest} {...control} className="input" />}
    </Field>
  )
}

/** A day by the browser's own picker; value and default are ISO days. */
export function DateField(props: Omit<Control<'input'>, 'type'>) {
  const { text, id, rest } = splitProps(props)
  return (
    <Field {...text} id={id}>
      {(control) => <input {...rest} {...control} type="date" className="input" />}
    </Field>
  )
}

/** A file from the device; phones offer the camera where pictures are accepted. */
export function FileField(props: Omit<Control<'input'>, 'type' | 'value' | 'defaultValue'>) {
  const { text, id, rest } = splitProps(props)
  return (
    <Field {...text} id={id}>
      {(control) => <input {...rest} {...control} type="file" className="input input-file" />}
    </Field>
  )
}

/** A box to tick, the whole label being the target; `type="radio"` makes it one of several. */
export function Checkbox(props: Omit<Control<'input'>, 'type'> & { type?: 'checkbox' | 'radio' }) {
  const { text, id, rest } = splitProps(props)
  const { label, aside, hint, error } = text
  return (
    <div className="field">
      <label className="check" htmlFor={id}>
        <input type="checkbox" {...rest} {...controlProps(id, hint, error)} className="checkbox" />
        <span>
          {label} {aside && <span className="field-optional">{aside}</span>}
        </span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint check-hint">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  )
}

/** What is wrong with a field, beside it. */
export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="field-error">
      <Icon name="warning" />
      <span>{error}</span>
    </p>
  )
}

function controlProps(id: string, hint: ReactNode, error: ReactNode): ControlProps {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    // Without a script the page is a new one: it begins at the first fault.
    autoFocus: error ? true : undefined,
  }
}

function splitProps<Props extends FieldText & { name: string; id?: string }>(props: Props) {
  const { label, aside, hint, error, id, ...rest } = props
  return { text: { label, aside, hint, error }, id: id ?? props.name, rest }
}
