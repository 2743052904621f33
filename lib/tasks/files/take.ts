import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { Denial } from '@/lib/errors'
import { inspectFile } from '@/lib/evidence/inspect/inspect'
import { MAX_FILE_BYTES } from '@/lib/evidence/rules'
import { evidenceStore } from '@/lib/evidence/store/chosen'
import { keyOf } from '@/lib/evidence/store/store'
import { log } from '@/lib/log'

/** A file whose bytes are in the store under its id, before a row names it. */
export interface TakenFile {
  id: string
  fileName: string
  fileType: string
  fileSize: number
  fileSha256: string
}

/**
 * Keeps the bytes of a file, checked as evidence is, and then carries out what names it; on a refusal
 * they are taken away again. Without a file, `work` is asked alone.
 * Throws what `work` throws, and faults of file.
 */
export async function withFile<T>(
  regionId: string,
  file: File | null,
  work: (taken: TakenFile | null) => Promise<T>,
): Promise<T> {
  if (!file || file.size === 0) return work(null)
  if (file.size > MAX_FILE_BYTES) throw new Denial('invalid', 'file:fileTooLarge')
  const bytes = await file.bytes()
  const found = await inspectFile(bytes, file.name)
  if (typeof found === 'string') throw new Denial('invalid', `file:${found}`)
  const id = uuid()
  const key = keyOf({ regionId, id })
  const store = await evidenceStore()
  await store.put(key, bytes)
  try {
    return await work({
      ...{ id, fileName: found.name, fileType: found.type, fileSize: bytes.length },
      fileSha256: createHash('sha256').update(bytes).digest('hex'),
    })
  } catch (error) {
    // Only a refusal says for sure that no row names the file.
    if (error instanceof Denial) {
      await store.remove(key).catch(() => log.warn({ event: 'evidence.orphan', key }))
    }
    throw error
  }
}
