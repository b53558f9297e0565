/**
 * Writes the vector files again: `node test/vectors/generate.ts`. Fixed keys stand in for random ones, so the bytes are the
 * same on every run; a difference in git is a change of the format.
 */
import fs from 'node:fs'
import { canonicalVectors } from './cases/canonical.ts'
import { certificateVectors } from './cases/certificates.ts'
import { kitVectors } from './cases/kit.ts'
import { logVectors } from './cases/log.ts'
import { numberVectors } from './cases/numbers.ts'
import { slotVectors } from './cases/slots.ts'
import { vectorFile } from './shape.ts'

interface VectorFile {
  readonly about: string
  readonly make: () => readonly object[]
}

export const FILES: Readonly<Record<string, VectorFile>> = {
  canonical: { about: 'Canonical bytes of parts under a label', make: canonicalVectors },
  certificates: { about: 'User certificates and number key certificates', make: certificateVectors },
  slots: { about: 'Session slots and verification slots at the floor of the cost', make: slotVectors },
  numbers: { about: 'Number boxes, batch keys, batch signatures and list boxes', make: numberVectors },
  log: { about: 'The chain over stored lines, and signed heads', make: logVectors },
  kit: { about: 'Recovery kit: seed, printed code and keys', make: kitVectors },
}

/** The exact text of a vector file. */
export const fileText = ({ about, make }: VectorFile): string =>
  `${JSON.stringify({ format: 1, about, vectors: make() }, null, 2)}\n`

if (process.argv[1] === import.meta.filename) {
  for (const [name, file] of Object.entries(FILES)) fs.writeFileSync(vectorFile(name), fileText(file))
}
