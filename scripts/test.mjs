import { checkNode, ensureInstalled } from './start/install.mjs'
import { runInstead } from './start/run.mjs'

checkNode()
ensureInstalled()
runInstead('scripts/start/test.ts', process.argv.slice(2))
