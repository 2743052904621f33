import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { getEnding } from '@/lib/people/ending'
import { remove } from '../../actions'
import { EndingPage } from '../../ending'

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('remove.summary') }
}

export default async function RemovePage(
  props: PageProps<'/regions/[region]/people/remove/[member]'>,
) {
  const [{ region, member }, viewer] = await Promise.all([props.params, requireViewer()])
  if (!z.uuid().safeParse(member).success) notFound()
  const found = await orNotFound(getEnding(viewer, region, member))
  return <EndingPage found={found} action={remove} />
}
