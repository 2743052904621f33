import { removeSample } from '../prisma/remove-sample'
import { withDatabase } from './embedded/database'
import { reportFailure } from './start/problem'

withDatabase(async ({ ownerUrl }) => {
  for (const [what, count] of Object.entries(await removeSample(ownerUrl))) {
    console.log(`Removed ${count} ${what}`)
  }
  console.log('The sample programme is gone, and npm start will not load it again.')
}).catch(reportFailure)
