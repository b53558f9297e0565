import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesBelow, formsOf, scanFiles, scanText } from '../canary.ts'

const NUMBER = { label: 'number', text: '123456789018' }
const SECRET = { label: 'secret', text: '秘密の合言葉 x9' }

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mamorigura-canary-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the canary scanner', () => {
  it.each([...formsOf(NUMBER.text).entries()])('finds a planted number as %s', (form, bytes) => {
    writeFileSync(join(dir, 'planted'), Buffer.concat([Buffer.from([7, 0, 9]), bytes, Buffer.from([1])]))
    expect(scanFiles([dir], [NUMBER])).toContainEqual(expect.objectContaining({ form, offset: 3 }))
  })

  it('finds a number inside base64 at every alignment', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const text = Buffer.from(`${before}${NUMBER.text}tail`).toString('base64')
      expect(scanText('out', text, [NUMBER]).length).toBeGreaterThan(0)
    }
  })

  it('finds a secret that is not ASCII', () => {
    writeFileSync(join(dir, 'planted'), Buffer.from(`x${SECRET.text}`, 'utf16le'))
    expect(scanFiles([dir], [SECRET]).map(({ form }) => form)).toContain('plain utf-16le')
  })

  it('finds a number in the name of a file below a folder', () => {
    writeFileSync(join(dir, `${NUMBER.text}.csv`), '')
    expect(scanFiles([dir], [NUMBER])).toHaveLength(1)
  })

  it('finds nothing where nothing is, and reads files without a suffix', () => {
    writeFileSync(join(dir, '.lock'), '12345678901')
    expect(filesBelow(dir)).toHaveLength(1)
    expect(scanFiles([dir, join(dir, 'absent')], [NUMBER, SECRET])).toEqual([])
  })

  it('does not print what it found', () => {
    expect(JSON.stringify(scanText('out', NUMBER.text, [NUMBER]))).not.toContain(NUMBER.text)
  })
})
