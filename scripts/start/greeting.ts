import type { Settings } from './settings'

/** The environment of the app: it gets the unprivileged role's address, never the owner's. */
export function composeEnv(
  { appUrl: address, dataDir, external, port, sample }: Settings,
  database: { appUrl: string; authSecret: string },
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    APP_DATABASE_URL: database.appUrl,
    // Empty rather than absent: Next reads .env itself and fills in what is absent.
    DATABASE_URL: '',
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || database.authSecret,
    NEXTAUTH_URL: address,
    APP_URL: address,
    PORT: String(port),
    DATA_DIR: dataDir,
    EMBEDDED: external ? '0' : '1',
    SAMPLE: sample ? '1' : '0',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** What a person needs to know once everything runs. */
export function composeGreeting(settings: Settings, milliseconds: number): string {
  const { appUrl, dataDir, external } = settings
  const data = external ? `the database of DATABASE_URL; files in ${dataDir}` : dataDir
  return [
    '',
    `  LEP Journey is ready at ${appUrl} (${(milliseconds / 1000).toFixed(1)} s)`,
    '',
    ...describeSignIn(settings).map(
      (line, index) => `  ${index ? '        ' : 'Sign in '} ${line}`,
    ),
    `  Data     ${data}`,
    '  Stop     Ctrl-C',
    '',
  ].join('\n')
}

function describeSignIn({ appUrl, external, sample }: Settings): string[] {
  const invite = 'npm run admin:invite -- EMAIL makes the first administrator'
  if (process.env.SMTP_URL) return [`${invite}; the link comes by e-mail`]
  if (external) return [`${invite}; without SMTP_URL its mail lies in the outbox folder`]
  const outbox = `mails are not sent but shown at ${appUrl}/outbox`
  if (!sample) return [invite, outbox]
  return [
    `${appUrl}/sign-in: choose a person of the sample programme`,
    `or ask for a link; ${outbox}`,
  ]
}
