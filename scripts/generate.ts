import { generateClient } from './start/generate-client'
import { reportFailure } from './start/problem'

generateClient().catch(reportFailure)
