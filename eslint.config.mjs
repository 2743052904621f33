import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig([
  globalIgnores([
    '.next*/**',
    '.data/**',
    'lib/db/generated/**',
    'next-env.d.ts',
    'test-results/**',
    'playwright-report/**',
  ]),
  ...next,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // An action or a page that returns nothing in some branches says so in its type.
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    ignores: ['components/ui/link.tsx'],
    rules: {
      'no-restricted-imports': ['error', { name: 'next/link', message: 'Use components/ui/link.' }],
    },
  },
  {
    // Scripts talk to a person at a terminal.
    files: ['scripts/**', 'prisma/**'],
    rules: { 'no-console': 'off' },
  },
])
