/** The names of a form's fields that still hold what they were given, in all their controls. */
export function listUntouched(form: HTMLFormElement): Set<string> {
  const names = new Set<string>()
  const touched = new Set<string>()
  for (const control of form.elements) {
    const name = control.getAttribute('name')
    if (!name) continue
    names.add(name)
    if (!isAsGiven(control)) touched.add(name)
  }
  return names.difference(touched)
}

/** A pressed button is somebody's choice, whatever it holds. */
function isAsGiven(control: Element) {
  if (control instanceof HTMLSelectElement) {
    const given = [...control.options].find((option) => option.defaultSelected)
    return control.value === (given ?? control.options[0])?.value
  }
  if (control instanceof HTMLTextAreaElement) return control.value === control.defaultValue
  if (!(control instanceof HTMLInputElement)) return false
  const isBox = control.type === 'checkbox' || control.type === 'radio'
  return isBox ? control.checked === control.defaultChecked : control.value === control.defaultValue
}
