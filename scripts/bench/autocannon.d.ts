declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    headers?: Record<string, string>
    verifyBody?: (body: string) => boolean
  }
  type Result = {
    /** Requests of each second. */
    requests: { average: number; total: number }
    errors: number
    timeouts: number
    mismatches: number
    non2xx: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
