import { createServer } from 'node:net'
import { simpleParserOf, type Received } from './smtp-mail'

/** A mail server on this machine that keeps what it is sent; `refuse` are addresses it knows nothing of. */
export async function startSink(refuse: readonly string[] = []) {
  const mails: Received[] = []
  const server = createServer((socket) => {
    let [to, data, isData] = ['', '', false]
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    const take = (line: string) => {
      if (isData) {
        if (line !== '.') return void (data += `${line.replace(/^\.\./, '.')}\r\n`)
        mails.push(simpleParserOf(to, data))
        ;[data, isData] = ['', false]
        return say('250 kept')
      }
      if (/^RCPT TO/i.test(line)) {
        to = /<(.+?)>/.exec(line)?.[1] ?? ''
        return say(refuse.includes(to) ? '550 5.1.1 no such person' : '250 ok')
      }
      if (/^DATA/i.test(line)) {
        isData = true
        return say('354 go on')
      }
      say(/^QUIT/i.test(line) ? '221 bye' : '250 ok')
    }
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
    })
    say('220 sink')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}
