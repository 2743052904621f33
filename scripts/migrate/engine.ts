import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ErrorRegistry,
  type SqlDriverAdapter,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { readSchema } from './files'

let instance: Promise<void> | undefined

/**
 * Runs work with Prisma's schema engine connected to a database. The engine is the WebAssembly
 * build, because the native one has to be downloaded.
 */
export async function withEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  instance ??= instantiate()
  await instance
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5000, max: 4 })
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptFactory(pool))
  try {
    const datamodels = (await readSchema()).map(({ path, content }): [string, string] => [
      path,
      content,
    ])
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } catch (error) {
    throw unwrap(error, adapter.errorRegistry)
  } finally {
    await pool.end()
  }
}

async function instantiate(): Promise<void> {
  // Where the engine leaves the reason before it gives up.
  const registry = { set_message: (message: string) => console.error(message) }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry })
  const script = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  )
  const bytes = await readFile(join(dirname(script), 'schema_engine_bg.wasm'))
  const { instance: engine } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(engine.exports)
  const { __wbindgen_start: start } = engine.exports
  if (typeof start === 'function') start()
}

/** The adapter with what it lacks for migrations and for reading the system catalogues. */
class WholeScriptFactory extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const pool = adapter.underlyingDriver()
    // Its own way splits a script at every semicolon, also within functions.
    adapter.executeScript = async (script) => {
      await pool.query(script)
    }
    adapter.queryRaw = (query) => readOneLetterType(adapter, pool, query)
    return adapter
  }
}

/** System catalogues use the type `"char"`, which the engine wants told apart and the adapter lacks. */
async function readOneLetterType(adapter: SqlDriverAdapter, pool: pg.Pool, query: SqlQuery) {
  const [char, text] = [18, 25]
  const columns: number[] = []
  const client = {
    query: async (config: pg.QueryArrayConfig) => {
      const result = await pool.query(config)
      result.fields.forEach((field, index) => {
        if (field.dataTypeID !== char) return
        field.dataTypeID = text
        columns.push(index)
      })
      return result
    },
  }
  const prototype: SqlDriverAdapter = Object.getPrototypeOf(adapter)
  const reader: SqlDriverAdapter = Object.assign(Object.create(prototype), { client })
  const result = await reader.queryRaw(query)
  for (const column of columns) result.columnTypes[column] = ColumnTypeEnum.Character
  return result
}

/** The database's own error where the engine only passes its number on. */
function unwrap(error: unknown, registry: ErrorRegistry): unknown {
  const text = error instanceof Error ? error.message : String(error)
  const id = /external error.*?(\d+)/i.exec(text)?.[1]
  const original = id ? registry.consumeError(Number(id))?.error : undefined
  return original ?? error
}
