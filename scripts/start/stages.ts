const width = 30

/** Does one stage of a start and prints its name and time when it is done; false means it was not needed. */
export async function runStage<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const isTerminal = process.stdout.isTTY
  if (isTerminal) process.stdout.write(`  ${name} ...`)
  try {
    const result = await work()
    const time = `${((performance.now() - began) / 1000).toFixed(1)} s`
    const dots = '.'.repeat(Math.max(3, width - name.length))
    process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}  ${name} ${dots} ${time}\n`)
    return result
  } catch (error) {
    if (isTerminal) process.stdout.write('\n')
    throw error
  }
}
