import { z } from 'zod'
import { inAddress } from '@/lib/forms/fields'

/** Since when the page knows: an instant by the server's clock. */
export const sinceSchema = inAddress(z.iso.datetime().transform((text) => new Date(text)))
