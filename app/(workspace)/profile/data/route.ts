import { requireViewer } from '@/lib/auth/current'
import { collectOwnData } from '@/lib/people/own-data'

/** All that is kept about whoever asks, as a file of their own. */
export async function GET() {
  const data = await collectOwnData(await requireViewer())
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="lep-journey-my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}
