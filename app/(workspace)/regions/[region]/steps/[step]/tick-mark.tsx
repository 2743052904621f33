/** The mark within the box of a checklist item. */
export function TickMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24">
      <path d="M5 12.5l4.5 4.5L19 7.5" />
    </svg>
  )
}
