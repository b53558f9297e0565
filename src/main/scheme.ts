import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** The one scheme of the app's pages. */
export const SCHEME = 'mamori'
export const ORIGIN = `${SCHEME}://app`

/** The two pages. Each has its own file table and policy. */
export type Page = 'office' | 'secure'

/** Placeholder in the built HTML; see `html.cspNonce` of the build. */
const NONCE = '__CSP_NONCE__'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

const COMMON = [
  "default-src 'none'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "style-src-attr 'none'",
  "require-trusted-types-for 'script'",
]

/**
 * Content security policy of a page. The office page's component kit writes style elements, allowed by the nonce of this
 * load and by nothing else; its default policy for trusted types refuses markup. The secure page has neither.
 */
export function contentSecurityPolicy(page: Page, nonce: string): string {
  const own =
    page === 'office'
      ? [`style-src 'self' 'nonce-${nonce}'`, 'trusted-types default']
      : ["style-src 'self'", "trusted-types 'none'"]
  return [...COMMON, ...own].join('; ')
}

/** URL path → file, of everything that a page may load. */
export type FileTable = ReadonlyMap<string, { readonly path: string; readonly type: string }>

const OTHER: Readonly<Record<Page, string>> = { office: '/secure/', secure: '/office/' }

/**
 * Lists the built files of `root` once. A request is answered by looking its path up here, so no text of a request ever
 * becomes part of a file's path. Files of an unknown type and the other page's files are left out.
 */
export function listFiles(root: string, page: Page): FileTable {
  const table = new Map<string, { path: string; type: string }>()
  const walk = (folder: string, url: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path, `${url}${entry.name}/`)
      const type = entry.isFile() ? TYPES[extname(entry.name)] : undefined
      if (type !== undefined) table.set(`${url}${entry.name}`, { path, type })
    }
  }
  walk(root, '/')
  for (const url of table.keys()) if (url.startsWith(OTHER[page])) table.delete(url)
  return table
}

const refuse = (status: number): Response => new Response(null, { status })

/** Answers a page's requests from its table; everything else is 404. Each HTML answer has a fresh nonce. */
export function createSchemeHandler(page: Page, files: FileTable): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405)
    if (!URL.canParse(request.url)) return refuse(404)
    const url = new URL(request.url)
    if (url.protocol !== `${SCHEME}:` || url.host !== 'app' || url.search !== '') return refuse(404)
    const file = files.get(url.pathname)
    if (!file) return refuse(404)
    const bytes = await readFile(file.path)
    const nonce = randomBytes(16).toString('base64')
    const body = file.type.startsWith('text/html') ? bytes.toString('utf8').replaceAll(NONCE, nonce) : bytes
    return new Response(body, {
      headers: {
        'content-type': file.type,
        'content-security-policy': contentSecurityPolicy(page, nonce),
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    })
  }
}
