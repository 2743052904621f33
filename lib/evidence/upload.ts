import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { Denial } from '@/lib/errors'
import { checkPlace, keep } from '@/lib/evidence/changes'
import { inspectFile } from '@/lib/evidence/inspect/inspect'
import { MAX_FILE_BYTES } from '@/lib/evidence/rules'
import type { AddFile } from '@/lib/evidence/schema'
import { evidenceStore } from '@/lib/evidence/store/chosen'
import { keyOf } from '@/lib/evidence/store/store'
import { log } from '@/lib/log'

/**
 * Adds a file, or puts it in an older piece's place. The bytes are safe in the store before the row
 * names them: a crash in between leaves a file that nobody asks for, never a row without its file.
 * Throws the Denials of addNote, and faults of file: its size, or what inspectFile found.
 */
export async function addFile(viewer: Viewer, { file, words, ...place }: AddFile) {
  await checkPlace(viewer, place)
  if (file.size > MAX_FILE_BYTES) throw new Denial('invalid', 'file:fileTooLarge')
  const bytes = await file.bytes()
  const found = await inspectFile(bytes, file.name)
  if (typeof found === 'string') throw new Denial('invalid', `file:${found}`)
  const id = uuid()
  const key = keyOf({ regionId: place.regionId, id })
  const store = await evidenceStore()
  await store.put(key, bytes)
  try {
    return await keep(viewer, place, id, {
      ...{ kind: 'file', words, fileName: found.name, fileType: found.type },
      ...{ fileSize: bytes.length, fileSha256: createHash('sha256').update(bytes).digest('hex') },
    })
  } catch (error) {
    // Only a refusal says for sure that no row names the file.
    if (error instanceof Denial) {
      await store.remove(key).catch(() => log.warn({ event: 'evidence.orphan', key }))
    }
    throw error
  }
}
