import type { NextRequest } from 'next/server'
import { requireViewer } from '@/lib/auth/current'
import { findCard } from '@/lib/celebrate/data'
import { cardFileName } from '@/lib/celebrate/rules'
import { Denial } from '@/lib/errors'
import { asLocale } from '@/lib/i18n/locales'
import { drawCard } from './drawing'

type Context = RouteContext<'/regions/[region]/steps/[step]/card'>

/** The picture of a reached step in a language of the product, as a file to keep and to share. */
export async function GET(request: NextRequest, { params }: Context) {
  const [viewer, { region, step }] = await Promise.all([requireViewer(), params])
  const locale = asLocale(request.nextUrl.searchParams.get('locale'))
  const card = await findCard(viewer, region, step, locale).catch(refuse)
  if (!card) return new Response(null, { status: 404 })
  const name = cardFileName(card.region.slug, card.celebration.step.number, locale)
  return new Response(await drawCard(card, locale), {
    headers: {
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}

/** To everybody but the coordinator there is no such picture. */
function refuse(error: unknown): null {
  if (error instanceof Denial) return null
  throw error
}
