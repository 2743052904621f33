import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getEditionFile } from '@/lib/guidebook/edition/data'
import { editionNumber } from '@/lib/guidebook/edition/input/schema'

/** An edition as one file, indented so that people can edit it. */
export async function GET(_: Request, { params }: { params: Promise<{ edition: string }> }) {
  const viewer = await requireViewer()
  const number = editionNumber.safeParse((await params).edition).data ?? 0
  const file = await orNotFound(getEditionFile(viewer, number))
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="guidebook-edition-${number}.json"`,
    },
  })
}
