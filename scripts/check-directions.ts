import { resolve } from 'node:path'
import { checkDirections } from './directions/cruise'

/** Far fewer modules than the product has: the check has then looked at next to nothing. */
const FEWEST_MODULES = 200

const { modules, violations } = await checkDirections(resolve(import.meta.dirname, '..'))
for (const { rule, from, to } of violations) console.error(`✗ ${rule}: ${from} → ${to}`)
if (modules < FEWEST_MODULES) console.error(`✗ only ${modules} modules were looked at`)
console.log(`${modules} modules, ${violations.length} violations`)
if (violations.length > 0 || modules < FEWEST_MODULES) process.exitCode = 1
