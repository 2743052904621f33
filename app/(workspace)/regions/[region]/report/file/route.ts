import type { NextRequest } from 'next/server'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale } from '@/lib/i18n/server'
import { exportReport } from '@/lib/report/export'
import { reportSchema } from '@/lib/report/schema'
import { answerWith } from '@/lib/sheet/write'

/** The report as PDF or as a spreadsheet: what its page shows, for the same period and sections. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/regions/[region]/report/file'>,
) {
  const [{ region }, viewer, locale] = await Promise.all([params, requireViewer(), getLocale()])
  const asked = request.nextUrl.searchParams
  const query = reportSchema.parse({
    ...{ from: asked.get('from'), to: asked.get('to'), in: asked.get('in') },
    with: asked.getAll('with'),
  })
  const format = asked.get('format') === 'xlsx' ? 'xlsx' : 'pdf'
  return answerWith(await orNotFound(exportReport(viewer, region, query, { locale, format })))
}
