import { buildApp } from './start/build-app'
import { generateClient, isClientGenerated } from './start/generate-client'
import { runCommand } from './start/problem'

async function build() {
  if (!(await isClientGenerated())) await generateClient()
  console.log(await buildApp())
}

runCommand(build)
