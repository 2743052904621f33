import { buildApp } from './start/build-app'
import { generateClient, isClientGenerated } from './start/generate-client'
import { reportFailure } from './start/problem'

async function build() {
  if (!(await isClientGenerated())) await generateClient()
  console.log(await buildApp())
}

build().catch(reportFailure)
