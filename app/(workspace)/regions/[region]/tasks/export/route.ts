import type { NextRequest } from 'next/server'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale } from '@/lib/i18n/server'
import { FORMATS } from '@/lib/sheet/rules'
import { answerWith } from '@/lib/sheet/write'
import { taskFilterSchema } from '@/lib/tasks/schema'
import { exportTasks, exportTemplate } from '@/lib/tasks/sheet/export'

type Context = RouteContext<'/regions/[region]/tasks/export'>

/** The tasks that fit the list's address as a file to keep or to change and bring back. */
export async function GET(request: NextRequest, { params }: Context) {
  const [{ region }, viewer, locale] = await Promise.all([params, requireViewer(), getLocale()])
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const format = FORMATS.find((known) => known === asked.format) ?? 'csv'
  const filter = taskFilterSchema.parse(asked)
  const file =
    asked.what === 'template'
      ? exportTemplate(viewer, region, locale, format)
      : exportTasks(viewer, region, locale, { format, filter })
  return answerWith(await orNotFound(file))
}
