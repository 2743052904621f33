import type { Viewer } from '@/lib/auth/rules'
import { Denial } from '@/lib/errors'
import { getFile } from '@/lib/evidence/data'
import { contentDisposition } from '@/lib/evidence/download/rules'
import { evidenceStore } from '@/lib/evidence/store/chosen'
import { keyOf } from '@/lib/evidence/store/store'
import { log } from '@/lib/log'

/** A file's bytes and the headers it is handed out with. Throws Denial('not-found'). */
export async function openFile(viewer: Viewer, slug: string, id: string) {
  const file = await getFile(viewer, slug, id)
  const body = await (await evidenceStore()).open(keyOf(file))
  if (!body) {
    // The row outlived its file: a backup without the folder, or a hand in the bucket.
    log.error({ event: 'evidence.lost', key: keyOf(file) })
    throw new Denial('not-found')
  }
  const headers = {
    'content-type': file.fileType,
    'content-length': String(file.fileSize),
    'content-disposition': contentDisposition(file.fileName),
    'cross-origin-resource-policy': 'same-origin',
  }
  return { body, headers }
}
