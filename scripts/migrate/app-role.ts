import pg from 'pg'
import { describeError, Problem } from '../start/problem'

/** The group whose rights migrations grant; the login the app uses is a member and owns nothing. */
const appGroup = 'lep_app'

/** Makes the group that migrations grant rights to, if it is absent. */
export async function ensureAppGroup(owner: pg.Client): Promise<void> {
  if (await findRole(owner, appGroup)) return
  await createRole(owner, `create role ${appGroup} nologin nosuperuser nobypassrls`)
}

/**
 * Makes the role of the app's URL if it is absent, member of the group, and checks that it cannot
 * pass over row-level security.
 */
export async function ensureAppLogin(owner: pg.Client, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl)
  const login = decodeURIComponent(username)
  const [name, secret] = [
    pg.escapeIdentifier(login),
    pg.escapeLiteral(decodeURIComponent(password)),
  ]
  if (login === appGroup) {
    throw new Problem(
      `APP_DATABASE_URL names ${appGroup}, which is a group: give the login another name, ${appGroup}_login for example.`,
    )
  }
  const role = await findRole(owner, login)
  if (role?.rolsuper || role?.rolbypassrls) {
    throw new Problem(
      `The role ${login} of APP_DATABASE_URL is a superuser or bypasses row-level security: name another role there, it is made if it is absent.`,
    )
  }
  if (!role) {
    const rights = 'login inherit nosuperuser nobypassrls nocreatedb nocreaterole'
    await createRole(owner, `create role ${name} ${rights} password ${secret}`)
  }
  const { rows } = await owner.query<{ member: boolean }>(
    "select pg_has_role($1, $2, 'usage') as member",
    [login, appGroup],
  )
  if (!rows[0]?.member) await createRole(owner, `grant ${appGroup} to ${name}`)
  await grantEntrance(owner)
}

async function grantEntrance(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ entrance: boolean }>(
    `select has_database_privilege($1, current_database(), 'connect')
        and has_schema_privilege($1, 'public', 'usage') as entrance`,
    [appGroup],
  )
  if (rows[0]?.entrance) return
  const { rows: names } = await owner.query<{ name: string }>('select current_database() as name')
  await owner.query(
    `grant connect on database ${pg.escapeIdentifier(names[0]?.name ?? '')} to ${appGroup};
     grant usage on schema public to ${appGroup}`,
  )
}

async function findRole(owner: pg.Client, name: string) {
  const { rows } = await owner.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
    [name],
  )
  return rows[0]
}

/**
 * Roles belong to the whole server, so two databases migrated at once may both try to make one:
 * the second then finds it made.
 */
async function createRole(owner: pg.Client, statement: string, attempts = 5): Promise<void> {
  try {
    await owner.query(statement)
  } catch (error) {
    const { message, code } = describeError(error)
    if (['42710', '23505'].includes(code)) return
    if (message.includes('concurrently updated') && attempts > 1) {
      return createRole(owner, statement, attempts - 1)
    }
    if (code !== '42501') throw error
    throw new Problem(
      `The user of DATABASE_URL may not make roles: give it CREATEROLE, or make the role ${appGroup} (nologin) and the role of APP_DATABASE_URL as its member yourself.`,
    )
  }
}
