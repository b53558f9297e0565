// Reads a zip file's members through its central directory. No zip64: the one archive we read has none.
import fs from 'node:fs'
import zlib from 'node:zlib'

const END = Buffer.from([0x50, 0x4b, 5, 6])
const readAt = (fd, length, position) => {
  const bytes = Buffer.alloc(length)
  fs.readSync(fd, bytes, 0, length, position)
  return bytes
}

function* directory(fd) {
  const size = fs.fstatSync(fd).size
  const tailSize = Math.min(size, 66_000)
  const tail = readAt(fd, tailSize, size - tailSize)
  const end = tail.lastIndexOf(END)
  if (end < 0) throw new Error('not a zip file')
  const entries = readAt(fd, tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16))
  let at = 0
  for (let left = tail.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = entries.readUInt16LE(at + 28)
    yield {
      name: entries.toString('utf8', at + 46, at + 46 + nameLength),
      stored: entries.readUInt16LE(at + 10) === 0,
      crc: entries.readUInt32LE(at + 16),
      packedSize: entries.readUInt32LE(at + 20),
      size: entries.readUInt32LE(at + 24),
      mode: (entries.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: entries.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + entries.readUInt16LE(at + 30) + entries.readUInt16LE(at + 32)
  }
}

/** Yields `{ name, mode, bytes }` of every file for which `wanted(name)`. Throws on a size or checksum that differs. */
export function* unzip(file, wanted) {
  const fd = fs.openSync(file, 'r')
  try {
    for (const entry of directory(fd)) {
      if (entry.name.endsWith('/') || !wanted(entry.name)) continue
      if (entry.name.split('/').includes('..')) throw new Error(`unsafe path ${entry.name}`)
      const local = readAt(fd, 30, entry.offset)
      const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
      const packed = readAt(fd, entry.packedSize, start)
      const bytes = entry.stored ? packed : zlib.inflateRawSync(packed)
      if (bytes.length !== entry.size || zlib.crc32?.(bytes) !== (zlib.crc32 && entry.crc)) {
        throw new Error(`damaged member ${entry.name}`)
      }
      yield { name: entry.name, mode: entry.mode, bytes }
    }
  } finally {
    fs.closeSync(fd)
  }
}
