import type { NextRequest } from 'next/server'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale } from '@/lib/i18n/server'
import { exportPartners } from '@/lib/partners/sheet/export'
import { FORMATS } from '@/lib/sheet/rules'
import { answerWith } from '@/lib/sheet/write'

type Context = RouteContext<'/regions/[region]/partners/export'>

/** The region's register as a file to keep or to change and bring back. */
export async function GET(request: NextRequest, { params }: Context) {
  const [{ region }, viewer, locale] = await Promise.all([params, requireViewer(), getLocale()])
  const wanted = request.nextUrl.searchParams.get('format')
  const format = FORMATS.find((known) => known === wanted) ?? 'csv'
  const what = request.nextUrl.searchParams.get('what') === 'relations' ? 'relations' : undefined
  return answerWith(await orNotFound(exportPartners(viewer, region, locale, format, what)))
}
