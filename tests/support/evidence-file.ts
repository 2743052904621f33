import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Region } from './cast'

/** Puts the file of a region's piece where the running product keeps files. */
export async function layFile({ id, evidence }: Region): Promise<void> {
  const folder = join(process.env.LEP_TEST_DATA_DIR ?? '', 'evidence', id)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, evidence), '%PDF')
}
