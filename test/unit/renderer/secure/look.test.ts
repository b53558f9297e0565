import { expect, test } from 'vitest'
import { readLook } from '../../../../src/renderer/secure/look.ts'

test('reads language, theme and size from the address', () => {
  expect(readLook('#en.contrast.150')).toEqual({ language: 'en', theme: 'contrast', zoom: 150 })
})

test.each(['', '#', '#xx.yy.zz', '#ja', '#__proto__.constructor.1e9', '#ja.auto.NaN', '#ja.auto.50'])(
  'takes Japanese, the system’s theme and 100 per cent for %j',
  (hash) => {
    expect(readLook(hash)).toEqual({ language: 'ja', theme: 'auto', zoom: 100 })
  },
)
