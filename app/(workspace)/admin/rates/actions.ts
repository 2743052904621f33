'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { getTranslations } from '@/lib/i18n/server'
import { bringRates, setRate } from '@/lib/metrics/rates/data'
import { bringRatesSchema, setRateSchema } from '@/lib/metrics/rates/schema'

export const set = formAction(setRateSchema, async (viewer, input) => {
  await setRate(viewer, input)
  refresh()
  return { saved: 'rateSet' }
})

export const bring = formAction(bringRatesSchema, async (viewer, input) => {
  const { faults } = await bringRates(viewer, input)
  if (faults.length > 0) {
    const t = await getTranslations('metrics')
    const lines = faults
      .slice(0, 20)
      .map(({ row, fault }) => t('rates.fault', { row, fault: t(`rates.faults.${fault}`) }))
    return { refused: t('rates.refused', { count: faults.length }), lines }
  }
  refresh()
  return { saved: 'ratesBrought' }
})
