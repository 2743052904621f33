const paths = {
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7.5V12l3 2',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  building:
    'M5 21V5l8-2.5V21M13 9l6 2v10M3 21h18M8.5 8v.01M8.5 12v.01M8.5 16v.01M16 14v.01M16 17.5v.01',
  flag: 'M6 21V4M6 4.5c4-2 7 2 12 0v9c-5 2-8-2-12 0',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.3 15.3L20.5 20.5',
  close: 'M6 6l12 12M18 6L6 18',
  chevron: 'M6 9l6 6 6-6',
  warning: 'M12 4L2.8 19.5h18.4L12 4M12 10v4.5M12 17v.01',
  plus: 'M12 5v14M5 12h14',
} as const

export type IconName = keyof typeof paths

/** A small drawing beside words; it says nothing to screen readers, so the words must. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={`icon icon-${name}`}>
      <path d={paths[name]} />
    </svg>
  )
}
