import { draftsOf, listStale, unpackDraft, type Draft } from '@/lib/forms/drafts/rules'

/** The device's storage; a browser that has none, or forbids it, keeps nothing. */
function onDevice<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(window.localStorage)
  } catch {
    return null
  }
}

export function findDraft(key: string): Draft | null {
  return onDevice((storage) => unpackDraft(storage.getItem(key), Date.now()))
}

/** Keeps a packed draft; null takes away what was there. */
export function storeDraft(key: string, packed: string | null) {
  onDevice((storage) => {
    if (packed === null) storage.removeItem(key)
    else storage.setItem(key, packed)
  })
}

/** Takes away what nobody will ask for any more. */
export function tidyDrafts() {
  onDevice((storage) => {
    for (const key of listStale(Object.entries(storage), Date.now())) storage.removeItem(key)
  })
}

/** Takes away all that a person has begun: they leave the device. */
export function forgetDrafts(userId: string) {
  onDevice((storage) => {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(draftsOf(userId))) storage.removeItem(key)
    }
  })
}
