import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FILES, fileText } from './generate.ts'
import { vectorFile } from './shape.ts'

describe('the vector files', () => {
  it.each(Object.keys(FILES))('%s.json is exactly what the generator writes', (name) => {
    const file = FILES[name]
    expect(file && fileText(file)).toBe(fs.readFileSync(vectorFile(name), 'utf8'))
  })

  it('are all made by the generator', () => {
    const stored = fs.readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'))
    expect(stored.toSorted()).toEqual(
      Object.keys(FILES)
        .map((name) => `${name}.json`)
        .toSorted(),
    )
  })

  it('are all tried by a test of their own', () => {
    const tests = Object.keys(FILES).filter(
      (name) => !fs.existsSync(vectorFile(name).replace('.json', '.test.ts')),
    )
    expect(tests).toEqual([])
  })
})
