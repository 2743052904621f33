import { keepSending } from './store'

/** Where a form goes that did not arrive, whose it is, and what it is about. */
export interface KeptPlace {
  owner: string
  url: string
  title: string
}

/** Keeps a form that did not arrive on the device; false where the browser keeps nothing. */
export async function keepUnsent({ owner, url, title }: KeptPlace, data: FormData) {
  const id = data.get('requestKey')
  if (typeof id !== 'string') return false
  const fields = [...data].filter(
    ([name, value]) => !name.startsWith('$ACTION') && (typeof value === 'string' || value.size > 0),
  )
  try {
    await keepSending({ id, owner, url, title, fields })
    return true
  } catch {
    return false
  }
}
