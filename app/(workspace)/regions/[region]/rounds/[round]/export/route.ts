import type { NextRequest } from 'next/server'
import { exportRound } from '@/lib/assessment/export'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale } from '@/lib/i18n/server'
import { FORMATS } from '@/lib/sheet/rules'
import { answerWith } from '@/lib/sheet/write'

type Context = RouteContext<'/regions/[region]/rounds/[round]/export'>

/** What a closed round says, as a file: the same that its page shows, and no more. */
export async function GET(request: NextRequest, { params }: Context) {
  const [{ region, round }, viewer, locale] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
  ])
  const wanted = request.nextUrl.searchParams.get('format')
  const format = FORMATS.find((known) => known === wanted) ?? 'csv'
  return answerWith(
    await orNotFound(exportRound(viewer, { slug: region, id: round }, locale, format)),
  )
}
