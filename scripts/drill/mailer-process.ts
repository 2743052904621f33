// Runs as a process of its own, the one that is killed: works off the jobs as the product does. Asked
// to, it sends what those before it left behind, as the product does every five minutes.
import { sendOverdueLetters } from '../../lib/jobs/send-letters'
import { startJobs } from '../../lib/jobs/worker'

startJobs()
process.on('message', () => {
  void sendOverdueLetters(new Date()).then((sent) => process.send?.(sent))
})
