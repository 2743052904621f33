/** Where a form stands: its ancestors, and at which place of each, from the inside out. */
export type Trail = { parent: Element; index: number }[]

export function trailOf(form: Element): Trail {
  const trail: Trail = []
  for (let child = form; child.parentElement; child = child.parentElement) {
    const parent = child.parentElement
    trail.push({ parent, index: [...parent.children].indexOf(child) })
  }
  return trail
}

export function isFocusLost() {
  return document.activeElement === null || document.activeElement === document.body
}

/** Moves the focus to what is nearest to a place whose form has gone. */
export function focusNear(trail: Trail) {
  const place = findNear(trail) ?? document.querySelector('h1') ?? document.getElementById('main')
  if (!(place instanceof HTMLElement)) return
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'nearest' })
}

const LISTS = 'ul, ol, tbody'
const NAMES = 'h2, h3, h4, th'

function findNear(trail: Trail): Element | null {
  const left = trail.find(({ parent }) => parent.isConnected)
  if (!left) return null
  const { parent, index } = left
  if (parent.matches(LISTS) && parent.lastElementChild) {
    const item = parent.children[index] ?? parent.lastElementChild
    return item.querySelector(NAMES) ?? item.querySelector('summary') ?? item
  }
  const around = parent.closest('details, li, section')
  return around?.querySelector(around.matches('details') ? 'summary' : NAMES) ?? null
}
