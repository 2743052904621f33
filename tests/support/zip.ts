import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of texts; `claims` lets its directory lie about their sizes. */
export function zip(files: Record<string, string>, claims: Record<string, number> = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text))
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(text), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(claims[path] ?? Buffer.byteLength(text), 8)
    // Version 2.0, no flags, deflated, no time.
    const how = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    const names = Buffer.from([path.length, 0, 0, 0])
    const body = [Buffer.from('PK\x03\x04'), how, sizes, names, Buffer.from(path), packed]
    const place = Buffer.alloc(4)
    place.writeUInt32LE(at)
    const entry = [Buffer.from('PK\x01\x02\x14\x00'), how, sizes, names, Buffer.alloc(10), place]
    directory.push(...entry, Buffer.from(path))
    bodies.push(...body)
    at += Buffer.concat(body).length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}
