'use server'

import { formAction } from '@/lib/forms/form-action'
import { draftEditionSchema, loadEditionSchema } from '@/lib/guidebook/edition/input/schema'
import { draftEdition, loadEdition } from '@/lib/guidebook/edition/load'
import { getTranslations } from '@/lib/i18n/server'

export const check = formAction(draftEditionSchema, async (viewer, { file }) => {
  const { draft, faults } = await draftEdition(viewer, file)
  if (draft) return { goTo: `/admin/editions/drafts/${draft}` }
  const t = await getTranslations('editions')
  const lines = faults.map(({ path, fault, found = '', wanted = '' }) => {
    const known = wanted ? 'yes' : 'no'
    const what = t(`faults.${fault}`, { found, wanted, known })
    return path ? t('faultAt', { path, what }) : what
  })
  return { refused: t('refused', { count: lines.length }), lines }
})

export const load = formAction(loadEditionSchema, async (viewer, input) => {
  const number = await loadEdition(viewer, input)
  return { goTo: `/admin/editions/${number}` }
})
