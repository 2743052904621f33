import { createThrottle } from '@/lib/db/throttle'

/** Calendar services ask for many people from one place; guessing an address takes far more. */
export const allowsReading = createThrottle('calendar', 600, 900)
