import { z } from 'zod'
import { inAddress } from '@/lib/forms/fields'

/** The past day that an address asks for. */
export const lookBackSchema = z.object({ on: inAddress(z.iso.date()) })
