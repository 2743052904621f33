import { startOidc } from '@/lib/auth/oidc'

export { startOidc as GET }
