/** A form that did not reach the server, as it is to be sent again. */
export interface Sending {
  /** The form's own key: sent twice, it has one effect. */
  id: string
  /** Whose it is: nobody else on this device sends it. */
  owner: string
  url: string
  /** What it is about, in the reader's words. */
  title: string
  fields: [string, string | File][]
  /** Why it was not taken; it waits for somebody to look. */
  refusal?: string
}

const NAME = 'lep-unsent'
const STORE = 'sendings'
const CHANGED = 'lep:unsent'

/** Keeps a form on the device. Throws where the browser keeps nothing. */
export async function keepSending(sending: Sending): Promise<void> {
  await on('readwrite', (store) => store.put(sending))
  window.dispatchEvent(new Event(CHANGED))
}

/** Lets go of one that has arrived or is not wanted any more. */
export async function dropSending(id: string): Promise<void> {
  await on('readwrite', (store) => store.delete(id))
  window.dispatchEvent(new Event(CHANGED))
}

/** What waits for somebody on this device; nothing where the browser keeps nothing. */
export async function listSendings(owner: string): Promise<Sending[]> {
  try {
    const all = await on('readonly', (store) => store.getAll() as IDBRequest<Sending[]>)
    return all.filter((sending) => sending.owner === owner)
  } catch {
    return []
  }
}

/** Takes away all that waits for somebody: they leave the device. */
export async function forgetSendings(owner: string): Promise<void> {
  for (const { id } of await listSendings(owner)) await dropSending(id)
}

/** Hears of everything that is kept or dropped on this page. */
export function watchSendings(hear: () => void): () => void {
  window.addEventListener(CHANGED, hear)
  return () => window.removeEventListener(CHANGED, hear)
}

async function on<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) {
  const database = await settle(opening())
  try {
    return await settle(ask(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function opening() {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  return request
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The device keeps nothing.'))
  })
}
