import type { MetricWords } from '@/lib/guidebook/metrics'
import { LOCALES } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { PART_NAMES } from '@/lib/metrics/rules'
import type { MetricVocabulary } from '@/lib/metrics/sheet/reading/rules'
import { METRIC_COLUMNS } from '@/lib/metrics/sheet/rules'
import { keyOf } from '@/lib/sheet/text/rules'
import { wordsFor } from '@/lib/sheet/words'

/** The words of a sheet of numbers as every language of the product has them, and codes. */
export async function readMetricVocabulary(
  metrics: readonly MetricWords[],
): Promise<MetricVocabulary> {
  const voices = await Promise.all(LOCALES.map(voiceOf))
  return {
    columns: wordsFor(voices, METRIC_COLUMNS, (voice, column) =>
      voice.translator('metrics')(`sheet.${column}`),
    ),
    metrics: new Map(
      metrics.flatMap(({ id, label }) => [id, label].map((word) => [keyOf(word), id] as const)),
    ),
    states: wordsFor(voices, ['draft', 'confirmed'] as const, (voice, state) =>
      voice.translator('metrics')(`status.${state}`),
    ),
    parts: wordsFor(voices, PART_NAMES, (voice, part) =>
      voice.translator('metrics')(`part.${part}` as 'part.micro'),
    ),
  }
}
