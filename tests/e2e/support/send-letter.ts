import { sendDueLetter } from '@/lib/jobs/send-letters'

/** Sends the mail that waits for a person, as the job does that the tested product leaves out. */
const isSent = await sendDueLetter(process.argv[2] ?? '', new Date())
process.exit(isSent ? 0 : 1)
