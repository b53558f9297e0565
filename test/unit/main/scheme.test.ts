import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentSecurityPolicy, createSchemeHandler, listFiles } from '../../../src/main/scheme.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-scheme-'))
  for (const folder of ['renderer/office', 'renderer/secure', 'renderer/assets'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(
    join(root, 'renderer/office/index.html'),
    '<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
  )
  writeFileSync(join(root, 'renderer/secure/index.html'), '<p>secure</p>')
  writeFileSync(join(root, 'renderer/assets/a.js'), 'a()')
  writeFileSync(join(root, 'renderer/assets/a.js.map'), '{}')
  writeFileSync(join(root, 'secret.html'), 'outside')
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

const get = (page: 'office' | 'secure', url: string, method = 'GET'): Promise<Response> =>
  createSchemeHandler(page, listFiles(join(root, 'renderer'), page))(new Request(url, { method }))

test('serves the page’s own files with their type and is not sniffed', async () => {
  const answer = await get('office', 'mamori://app/assets/a.js')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toBe('a()')
})

test('puts one fresh nonce into the page and its policy at each load', async () => {
  const nonces = new Set<string>()
  for (let load = 0; load < 5; load++) {
    const answer = await get('office', 'mamori://app/office/index.html')
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    expect(await answer.text()).toBe(`<meta nonce="${nonce}"><style nonce="${nonce}"></style>`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(5)
})

test.each([
  'mamori://app/',
  'mamori://app/office',
  'mamori://app/office/',
  'mamori://app/office/index.html?x=1',
  'mamori://other/office/index.html',
  'mamori://app/../secret.html',
  'mamori://app/office/../../secret.html',
  'mamori://app/office/%2e%2e/%2e%2e/secret.html',
  'mamori://app/office%2findex.html',
  'mamori://app//office/index.html',
  'mamori://app/office/index.html%00',
  'mamori://app/office\\index.html',
  'mamori://app/C:/secret.html',
  'mamori://app/etc/passwd',
  'mamori://app/assets/a.js.map',
  'mamori://app/__proto__',
  'https://app/office/index.html',
  'file:///etc/passwd',
])('does not serve %s', async (url) => {
  expect((await get('office', url)).status).toBe(404)
})

test('answers any address at all without throwing, and nothing outside the table', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webPath(), async (path) => {
      const answer = await get('office', `mamori://app${path.startsWith('/') ? path : `/${path}`}`)
      expect(answer.status).toBe(404)
    }),
    { numRuns: 200 },
  )
})

test('refuses every method but GET', async () => {
  expect((await get('office', 'mamori://app/assets/a.js', 'POST')).status).toBe(405)
})

test('a page cannot load the other page', async () => {
  expect((await get('office', 'mamori://app/secure/index.html')).status).toBe(404)
  expect((await get('secure', 'mamori://app/office/index.html')).status).toBe(404)
  expect((await get('secure', 'mamori://app/secure/index.html')).status).toBe(200)
})

test('the policy of the secure page allows no inline style and no trusted type', () => {
  const policy = contentSecurityPolicy('secure', 'n')
  expect(policy).toContain("style-src 'self';")
  expect(policy).toContain("trusted-types 'none'")
  expect(policy).not.toContain('nonce')
})

test.each(['office', 'secure'] as const)(
  'the policy of the %s page forbids everything that is not named',
  (page) => {
    const policy = contentSecurityPolicy(page, 'n')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('data:')
    expect(policy).not.toContain('*')
  },
)
