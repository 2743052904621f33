import { checkNode, ensureInstalled } from './start/install.mjs'
import { runInstead } from './start/run.mjs'

const began = Date.now()
checkNode()
ensureInstalled()
runInstead('scripts/start/serve.ts', [...process.argv.slice(2), `--began=${began}`])
