import { BUNDLE_FORMAT, type Bundle, bundleSchema, type Edition } from './schema'

/** An edition as its one file holds it: what can be taken away, edited and loaded as the next. */
export function toFile({ content, german }: Pick<Edition, 'content' | 'german'>): Bundle {
  const { title, modelVersion } = content.meta
  // Promised numbers are for the product's own two files: here they would only go stale.
  const meta = { title, modelVersion }
  return bundleSchema.parse({ format: BUNDLE_FORMAT, content: { ...content, meta }, german })
}
