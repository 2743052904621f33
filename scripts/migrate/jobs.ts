import { Logger, runMigrations } from 'graphile-worker'
import type pg from 'pg'

const schema = 'jobs'

/**
 * Makes the tables of the job runner, in a schema of their own, and lets the app's role work with
 * them. They hold the names of jobs and no one's data.
 */
export async function migrateJobs(ownerUrl: string, owner: pg.Client): Promise<void> {
  await runMigrations({
    connectionString: ownerUrl,
    schema,
    logger: new Logger(() => () => undefined),
  })
  await owner.query(`
    grant usage on schema ${schema} to lep_app;
    grant select on ${schema}.migrations to lep_app;
    grant usage on all sequences in schema ${schema} to lep_app;
    grant execute on all functions in schema ${schema} to lep_app`)
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class c where relnamespace = $1::regnamespace and relkind = 'r'
        and relrowsecurity and not exists (select from pg_policy where polrelid = c.oid)`,
    [schema],
  )
  for (const { name } of rows) {
    await owner.query(`
      grant select, insert, update, delete on ${schema}.${name} to lep_app;
      create policy work on ${schema}.${name} to lep_app using (true) with check (true)`)
  }
}
