import { z } from 'zod'

/** Every setting of the product, read and checked in this one place. */
const schema = z.object({
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Past a pooler in transaction mode, which keeps no settings of a session and hears no LISTEN. */
  DIRECT_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  READ_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  NEXTAUTH_SECRET: z.string().min(32),
  APP_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  EMBEDDED: z.enum(['0', '1']).default('0'),
  SAMPLE: z.enum(['0', '1']).default('0'),
  DATA_DIR: z.string().min(1).default('.data'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('LEP Journey <noreply@localhost>'),
  FEEDBACK_TO: z.string().min(3).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default('OpenID Connect'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  EVIDENCE_MB_PER_REGION: z.coerce.number().int().min(1).max(1_000_000).default(2000),
  S3_BUCKET: z.string().min(3).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('eu-central-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  JOBS: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** A bucket without its keys, or keys without a bucket, would quietly keep files in the folder. */
const whole = schema.refine(
  ({ S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }) =>
    !S3_BUCKET === !S3_ACCESS_KEY_ID && !S3_BUCKET === !S3_SECRET_ACCESS_KEY,
  { path: ['S3_BUCKET'], message: 'set it together with both keys, or none of the three' },
)

/** What is not known yet while the product is only being built. */
const WHILE_BUILDING = {
  APP_DATABASE_URL: 'postgresql://build@localhost/build',
  NEXTAUTH_SECRET: 'only-while-building-never-for-serving',
}

function readEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const building = source.NEXT_PHASE === 'phase-production-build' || source.LEP_BUILD === '1'
  const parsed = whole.safeParse(building ? { ...WHILE_BUILDING, ...given } : given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`These settings need a look (README, "Settings"): ${faults.join('; ')}`)
}

export const env = readEnv(process.env)

/** Where connections lead that stay the same for long: listening, jobs, counting tries. */
export const directDatabaseUrl = env.DIRECT_DATABASE_URL ?? env.APP_DATABASE_URL

/** True where people reach the product over TLS; cookies are then bound to it. */
export const isSecure = env.APP_URL.startsWith('https://')

/** One-click personas exist for local try-outs only: embedded database, sample data, no real mail. */
export const hasPersonas = env.EMBEDDED === '1' && env.SAMPLE === '1' && !env.SMTP_URL

/** Mails can be read in the browser only while no real mail leaves an embedded installation. */
export const hasOutbox = env.EMBEDDED === '1' && !env.SMTP_URL

export const hasOidc = Boolean(env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET)
