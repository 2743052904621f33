import { isKeepable } from '@/lib/forms/drafts/rules'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The controls of a form that something can be typed or chosen in, and that may be kept. */
export function listTyped(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      isKeepable(element),
  )
}

/** What stands in the form now, by each control's key. */
export function readValues(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(listTyped(form).map((control) => [keyOf(control), valueOf(control)]))
}

/** What stood in the form when the server gave it. */
export function readDefaults(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(listTyped(form).map((control) => [keyOf(control), defaultOf(control)]))
}

/** Puts values into the form as if they were typed; gives the first control that took one. */
export function writeValues(form: HTMLFormElement, values: Record<string, string>): Control | null {
  const concerned = listTyped(form).filter((control) => keyOf(control) in values)
  for (const control of concerned) {
    const value = values[keyOf(control)] ?? ''
    if (isTickable(control)) control.checked = value !== ''
    else control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return concerned[0] ?? null
}

/** What a form is about, the same after each reload: what it names, and which fields it has. */
export function describeForm(form: HTMLFormElement): string {
  const named = [...form.elements].flatMap((element) =>
    element instanceof HTMLInputElement && element.type === 'hidden' && !isPassing(element.name)
      ? [`${element.name}=${element.value}`]
      : [],
  )
  const fields = new Set(listTyped(form).map(({ name }) => name))
  return [...named, ...fields].join('&')
}

/** The version of the saved thing that the form shows. */
export function findVersion(form: HTMLFormElement): string | null {
  const field = form.elements.namedItem('version')
  return field instanceof HTMLInputElement ? field.value : null
}

function isPassing(name: string) {
  return name === 'requestKey' || name === 'version' || name.startsWith('$')
}

function isTickable(control: Control): control is HTMLInputElement {
  return ['checkbox', 'radio'].includes(control.type)
}

function keyOf(control: Control) {
  return isTickable(control) ? `${control.name}=${control.value}` : control.name
}

function valueOf(control: Control) {
  if (isTickable(control)) return control.checked ? 'on' : ''
  return control.value
}

function defaultOf(control: Control) {
  if (isTickable(control)) return control.defaultChecked ? 'on' : ''
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue
  const options = [...control.options]
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? ''
}
