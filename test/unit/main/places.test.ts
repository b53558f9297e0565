import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPlaces } from '../../../src/main/places.ts'

test('hands out a token that names the path, and a label without the folder', () => {
  const places = createPlaces(() => {})
  const { token, label } = places.add('/home/u/offices/山田商店')
  expect(label).toBe('山田商店')
  expect(token).toMatch(/^[0-9a-f]{32}$/)
  expect(places.path(token)).toBe('/home/u/offices/山田商店')
})

test('tells each new place once and keeps its token', () => {
  const told: string[] = []
  const places = createPlaces(({ path }) => told.push(path))
  const first = places.add('/a')
  expect(places.add('/a')).toEqual(first)
  places.add('/b')
  expect(told).toEqual(['/a', '/b'])
  expect(places.all().map(({ path }) => path)).toEqual(['/a', '/b'])
})

test('knows no token that it did not hand out', () => {
  const places = createPlaces(() => {})
  places.add('/a')
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '/a', '')), (token) => {
      expect(places.path(token)).toBeNull()
    }),
  )
})
