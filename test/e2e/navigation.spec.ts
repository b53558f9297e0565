// oxlint-disable no-eval, no-implied-eval, no-restricted-globals, typescript/no-implied-eval, typescript/no-unsafe-return, unicorn/consistent-function-scoping -- this file is the list of attacks; each runs whole inside the page
import { expect, type RunningApp, test } from './app.ts'

/** Content security policy reports that the page got while `attack` ran in it. */
async function reportsOf({ office }: RunningApp, attack: string): Promise<string[]> {
  return office.evaluate(async (source) => {
    const seen: string[] = []
    const listen = (event: SecurityPolicyViolationEvent): void => {
      seen.push(event.effectiveDirective)
    }
    document.addEventListener('securitypolicyviolation', listen)
    const attacks: Record<string, () => unknown> = {
      'remote image': () =>
        document.body.append(Object.assign(new Image(), { src: 'https://example.com/a.png' })),
      'remote script': () => {
        const script = document.createElement('script')
        script.setAttribute('src', 'https://example.com/a.js')
        document.body.append(script)
      },
      'inline script': () => {
        const script = document.createElement('script')
        script.append('window.attacked = true')
        document.body.append(script)
      },
      'inline handler': () => {
        const button = document.createElement('button')
        button.setAttribute('onclick', 'window.attacked = true')
        document.body.append(button)
        button.click()
        button.remove()
      },
      'inline style': () => {
        const style = document.createElement('style')
        style.append('body { display: none }')
        document.head.append(style)
      },
      'style attribute': () => {
        const div = document.createElement('div')
        div.setAttribute('style', 'color: red')
        document.body.append(div)
      },
      frame: () => {
        const frame = document.createElement('iframe')
        frame.src = 'https://example.com/'
        document.body.append(frame)
      },
      'own frame': () => {
        const frame = document.createElement('iframe')
        frame.src = 'mamori://app/office/index.html'
        document.body.append(frame)
      },
      object: () => {
        const object = document.createElement('object')
        object.data = 'https://example.com/a.swf'
        document.body.append(object)
      },
      fetch: () => globalThis.fetch('https://example.com/').catch(() => null),
      'own fetch': () => globalThis.fetch('mamori://app/office/index.html').catch(() => null),
      socket: () => {
        try {
          return new WebSocket('wss://example.com/')
        } catch {
          return null
        }
      },
      beacon: () => navigator.sendBeacon('https://example.com/', 'x'),
      form: () => {
        const form = document.createElement('form')
        form.action = 'https://example.com/'
        form.method = 'post'
        document.body.append(form)
        form.submit()
      },
      base: () => {
        const base = document.createElement('base')
        base.href = 'https://example.com/'
        document.head.append(base)
      },
      worker: () => {
        try {
          return new Worker('mamori://app/office/index.html')
        } catch {
          return null
        }
      },
      'javascript address': () => {
        const link = document.createElement('a')
        link.setAttribute('href', 'javascript:window.attacked = true')
        document.body.append(link)
        link.click()
        link.remove()
      },
    }
    try {
      await attacks[source]?.()
    } catch {
      // The policy for trusted types throws at once; the report tells.
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    document.removeEventListener('securitypolicyviolation', listen)
    return seen
  }, attack)
}

const ATTACKS: readonly (readonly [attack: string, directive: RegExp])[] = [
  ['remote image', /^img-src$/],
  ['remote script', /^script-src|require-trusted/],
  ['inline script', /^script-src|require-trusted/],
  ['inline handler', /^script-src|require-trusted/],
  ['inline style', /^style-src/],
  ['style attribute', /^style-src/],
  ['frame', /^frame-src$/],
  ['own frame', /^frame-src$/],
  ['object', /^object-src|require-trusted/],
  ['fetch', /^connect-src$/],
  ['own fetch', /^connect-src$/],
  ['socket', /^connect-src$/],
  ['beacon', /^connect-src$/],
  ['form', /^form-action$/],
  ['base', /^base-uri$/],
  ['worker', /^worker-src|require-trusted/],
  ['javascript address', /^script-src|require-trusted/],
]

for (const [attack, directive] of ATTACKS) {
  test(`${attack} is refused with a report`, async ({ app }) => {
    const reports = await reportsOf(app, attack)
    expect(reports.filter((one) => directive.test(one))).not.toEqual([])
    expect(await app.office.evaluate(() => 'attacked' in window)).toBe(false)
    expect(app.office.url()).toBe('mamori://app/office/index.html')
  })
}

const ADDRESSES = [
  'https://example.com/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'data:text/html,<h1>x</h1>',
  'about:blank',
  'blob:mamori://app/x',
  'mamori://app/secure/index.html',
  'mamori://other/office/index.html',
  'chrome://version',
  'view-source:mamori://app/office/index.html',
]

for (const address of ADDRESSES) {
  test(`the window neither goes to nor opens ${address}`, async ({ app }) => {
    const windows = app.electron.windows().length
    const opened = await app.office.evaluate((to) => {
      const got = window.open(to) !== null
      window.location.href = to
      return got
    }, address)
    await app.office.waitForTimeout(300)
    expect(opened).toBe(false)
    expect(app.electron.windows().length).toBe(windows)
    await expect.poll(() => app.office.url()).toBe('mamori://app/office/index.html')
  })
}

test('text is never run as code', async ({ app }) => {
  const refused = await app.office.evaluate(
    () =>
      // In a later turn: the test driver's own call may evaluate text, what it leaves behind may not.
      new Promise<boolean[]>((resolve) => {
        setTimeout(() => {
          const tried = [
            () => (0, eval)('1'),
            () => Reflect.construct(Function, ['return 1']),
            () => setTimeout('window.attacked = true', 0),
          ]
          resolve(
            tried.map((run) => {
              try {
                run()
                return false
              } catch {
                return true
              }
            }),
          )
        }, 0)
      }),
  )
  await app.office.waitForTimeout(100)
  expect(refused).toEqual([true, true, true])
  expect(await app.office.evaluate(() => 'attacked' in window)).toBe(false)
})

test('every permission is denied', async ({ app }) => {
  const states = await app.office.evaluate(async () => {
    const outcome = async (run: () => Promise<unknown>): Promise<string> => {
      try {
        return String(await run())
      } catch {
        return 'denied'
      }
    }
    return {
      notifications: await outcome(() => Notification.requestPermission()),
      media: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      position: await outcome(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
    }
  })
  expect(Object.values(states)).toEqual(Array.from({ length: 5 }, () => 'denied'))
})

test('a download does not start', async ({ app }) => {
  const started = await app.office.evaluate(async () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    document.body.append(link)
    link.click()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return true
  })
  const downloads = await app.electron.evaluate(({ session }) =>
    session.fromPartition('office').getStoragePath(),
  )
  expect(started).toBe(true)
  expect(downloads).toBeNull()
})
