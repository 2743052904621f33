import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import type { EvidenceStore } from '@/lib/evidence/store/store'

const KEY = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/

/** Keeps files in a folder that only the app's own user reads. */
export function createFolderStore(folder: string): EvidenceStore {
  const root = resolve(folder)
  const placeOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('No key of the store.')
    return join(root, key)
  }
  return {
    put: async (key, bytes) => {
      const place = placeOf(key)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      const draft = `${place}.tmp`
      await writeFile(draft, bytes, { mode: 0o600, flush: true })
      await rename(draft, place)
      await flushFolder(dirname(place))
    },
    open: async (key) => {
      const place = placeOf(key)
      const isThere = await access(place).then(
        () => true,
        () => false,
      )
      if (!isThere) return null
      return Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>
    },
    remove: async (key) => {
      await rm(placeOf(key), { force: true })
    },
  }
}

/** Without this, the name of a new file may not survive a loss of power. */
async function flushFolder(path: string) {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
