import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashSources, readStamp, root } from './stamps'
import { runProgram } from './programs'

const stamp = 'lib/db/generated/.lep-schema-hash'

/** Whether the database client is that of the present schema. */
export async function isClientGenerated(): Promise<boolean> {
  return (await readStamp(stamp)) === (await hashSchema())
}

/** Writes the database client from the schema, without a network: the engine it asks for is not used. */
export async function generateClient(): Promise<void> {
  await runProgram('node_modules/prisma/build/index.js', ['generate', '--no-hints'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  await writeFile(join(root, stamp), await hashSchema())
}

function hashSchema(): Promise<string> {
  return hashSources(['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json'])
}
