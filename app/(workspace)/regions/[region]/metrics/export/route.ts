import type { NextRequest } from 'next/server'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale } from '@/lib/i18n/server'
import { exportMetrics } from '@/lib/metrics/export'
import { FORMATS } from '@/lib/sheet/rules'
import { answerWith } from '@/lib/sheet/write'

/** All that a region counted, version by version, as a file. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/regions/[region]/metrics/export'>,
) {
  const [{ region }, viewer, locale] = await Promise.all([params, requireViewer(), getLocale()])
  const wanted = request.nextUrl.searchParams.get('format')
  const format = FORMATS.find((known) => known === wanted) ?? 'csv'
  return answerWith(await orNotFound(exportMetrics(viewer, region, locale, format)))
}
