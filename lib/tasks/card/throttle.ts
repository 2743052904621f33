import { createThrottle } from '@/lib/db/throttle'

/** A whole office, and its mail scanner, may ask from one place; guessing an address takes far more. */
export const allowsCards = createThrottle('card', 300, 900)

/** How often one person may send something by mailed addresses. */
export const allowsAnswers = createThrottle('card-answer', 60, 3600)
