import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link within the product, followed without a new document. Nothing is fetched ahead: every page
 * asks the database who may see it, so a link in view would cost two requests for no content.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
