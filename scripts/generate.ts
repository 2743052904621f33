import { generateClient } from './start/generate-client'
import { runCommand } from './start/problem'

runCommand(generateClient)
