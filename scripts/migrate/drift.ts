import { withEngine } from './engine'
import { migrationsDir, readSchema } from './files'

/** The SQL that would bring a migrated database to the schema; empty when both agree. */
export async function findDrift(ownerUrl: string): Promise<string> {
  const files = await readSchema()
  const { stdout } = await withEngine(ownerUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: migrationsDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  const sql = stdout?.trim() ?? ''
  return sql === '-- This is an empty migration.' ? '' : sql
}
