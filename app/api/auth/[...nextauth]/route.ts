import { handleSignIn } from '@/lib/auth/handler'

export { handleSignIn as GET, handleSignIn as POST }
