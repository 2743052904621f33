import { redirect } from 'next/navigation'
import { arrivalOf } from '@/lib/auth/arrival/rules'
import { requireViewer } from '@/lib/auth/current'

/** Where somebody arrives who has asked for no page in particular. */
export async function GET() {
  redirect(arrivalOf(await requireViewer()))
}
