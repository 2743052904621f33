import pino from 'pino'
import { env } from '@/lib/env'

/** Structured log. What could hold a person's words or secrets is struck out. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  redact: {
    paths: [
      'email',
      'name',
      'note',
      'reason',
      'token',
      'password',
      '*.email',
      '*.name',
      '*.note',
      '*.reason',
      '*.token',
      '*.password',
      'headers.cookie',
      'headers.authorization',
    ],
    censor: '[struck out]',
  },
})
