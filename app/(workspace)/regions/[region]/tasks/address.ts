type Asked = Record<string, string | string[] | undefined>

const KEPT = ['q', 'state', 'step', 'partner', 'person', 'due', 'view']

/** The list's address with some of its parts changed; an empty one is left out. */
export function addressOf(home: string, asked: Asked, changes: Record<string, string>): string {
  const now = KEPT.flatMap((key) => {
    const value = asked[key]
    return typeof value === 'string' && value !== '' ? [[key, value] as const] : []
  })
  const wanted = Object.entries({ ...Object.fromEntries(now), ...changes })
  const query = new URLSearchParams(wanted.filter(([, value]) => value !== ''))
  return query.size > 0 ? `${home}?${query}` : home
}
