import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPreferences } from '../../../src/main/preferences.ts'
import { createRecentOffices } from '../../../src/main/recent.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mamorigura-settings-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('recent offices are kept newest first, each once, at most ten', () => {
  const file = join(folder, 'new/recent.json')
  for (let index = 0; index < 12; index++) createRecentOffices(file).touch(`/office/${index}`)
  createRecentOffices(file).touch('/office/5')
  const list = createRecentOffices(file).list()
  expect(list).toHaveLength(10)
  expect(list.slice(0, 3)).toEqual(['/office/5', '/office/11', '/office/10'])
})

test('the file of recent offices holds paths only and is its owner’s', () => {
  const file = join(folder, 'recent.json')
  createRecentOffices(file).touch('/office/a')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ offices: ['/office/a'] })
  // Windows has no such bits; the profile folder's own rights hold there.
  expect(process.platform === 'win32' ? 0 : statSync(file).mode & 0o077).toBe(0)
})

test.each(['', '{', '[]', '{"offices":[1]}', 'null'])('a damaged file %j counts as none', (text) => {
  const file = join(folder, 'recent.json')
  writeFileSync(file, text)
  expect(createRecentOffices(file).list()).toEqual([])
})

test('preferences are Japanese until the operator chooses', () => {
  const file = join(folder, 'preferences.json')
  expect(createPreferences(file).get()).toEqual({ language: 'ja', theme: 'auto', zoom: 100 })
  createPreferences(file).set({ language: 'en', theme: 'contrast', zoom: 150 })
  expect(createPreferences(file).get()).toEqual({ language: 'en', theme: 'contrast', zoom: 150 })
})

test('preferences with an unknown value or key are not taken', () => {
  const file = join(folder, 'preferences.json')
  writeFileSync(file, '{"language":"ja","theme":"auto","zoom":100,"more":1}')
  expect(createPreferences(file).get().zoom).toBe(100)
  writeFileSync(file, '{"language":"xx","theme":"dark","zoom":150}')
  expect(createPreferences(file).get()).toEqual({ language: 'ja', theme: 'auto', zoom: 100 })
})
