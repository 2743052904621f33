import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Region } from './cast'

/** Puts the files of a region's piece and of its task where the running product keeps files. */
export async function layFile({ id, evidence, taskFile }: Region): Promise<void> {
  const folder = join(process.env.LEP_TEST_DATA_DIR ?? '', 'evidence', id)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, evidence), '%PDF')
  await writeFile(join(folder, taskFile), '%PDF')
}
