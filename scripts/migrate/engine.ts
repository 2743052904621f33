import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { readSchema } from './files'

let instance: Promise<void> | undefined

/**
 * Runs work with Prisma's schema engine connected to a database, in one transaction: work that
 * fails, or is killed, leaves nothing. The engine is the WebAssembly build, because the native one
 * has to be downloaded. Throws the database's own error where there is one.
 */
export async function withEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  instance ??= instantiate()
  await instance
  // One connection that is never exchanged, so that the transaction spans whatever the engine does.
  const pool = new pg.Pool({
    ...{ connectionString: url, max: 1, idleTimeoutMillis: 0 },
    connectionTimeoutMillis: 5000,
  })
  const factory = new CompleteFactory(pool)
  try {
    await pool.query('begin')
    const result = await runEngine(factory, work)
    await pool.query('commit')
    return result
  } catch (error) {
    throw factory.scriptError ?? error
  } finally {
    await pool.end()
  }
}

async function runEngine<T>(factory: CompleteFactory, work: (engine: SchemaEngine) => Promise<T>) {
  const files = await readSchema()
  const datamodels = files.map(({ path, content }): [string, string] => [path, content])
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
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
class CompleteFactory extends PrismaPg {
  /** Why a script failed, before the engine adds its own troubles with the broken transaction. */
  scriptError: unknown

  override async connect() {
    const adapter = await super.connect()
    const pool = adapter.underlyingDriver()
    // Its own way splits a script at every semicolon, also within functions.
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script)
      } catch (error) {
        this.scriptError = error
        throw error
      }
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
