import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'

/** A value that must be nowhere on disk. `label` names it in a finding, so that a failing test does not print it. */
export interface Canary {
  readonly label: string
  readonly text: string
}

export interface Finding {
  readonly file: string
  readonly label: string
  readonly form: string
  readonly offset: number
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

/** ASCII in full width, as a Japanese input method types it. */
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0))

function addText(forms: Map<string, Buffer>, name: string, text: string): void {
  const utf16 = Buffer.from(text, 'utf16le')
  forms.set(`${name} utf-8`, Buffer.from(text))
  forms.set(`${name} utf-16le`, utf16)
  forms.set(`${name} utf-16be`, swapped(utf16))
  const cp932 = iconv.encode(text, 'cp932')
  const isOther = !cp932.equals(Buffer.from(text)) && iconv.decode(cp932, 'cp932') === text
  if (isOther) forms.set(`${name} cp932`, cp932)
}

/** Base64 of the bytes wherever they begin in a longer run: three alignments, without the characters that neighbours share. */
function addBase64(forms: Map<string, Buffer>, bytes: Buffer): void {
  for (const shift of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    const inner = whole.toString('base64').replace(/=+$/, '')
    const from = Math.ceil((shift * 8) / 6)
    const text = inner.slice(from, Math.floor((whole.length * 8) / 6))
    forms.set(`base64+${shift}`, Buffer.from(text))
    forms.set(`base64url+${shift}`, Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_')))
  }
}

function addNumber(forms: Map<string, Buffer>, digits: string): void {
  const groups = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)]
  for (const [name, between] of [
    ['4-4-4', '-'],
    ['4 4 4', ' '],
    ['4　4　4', '　'],
  ] as const) {
    addText(forms, name, groups.join(between))
    addText(forms, `${name} full width`, groups.map(fullWidth).join(between))
  }
  const value = Buffer.alloc(8)
  value.writeBigUInt64LE(BigInt(digits))
  forms.set('uint64le', Buffer.from(value))
  forms.set('uint64be', Buffer.from(value.toReversed()))
  forms.set('bcd', Buffer.from(digits, 'hex'))
}

/** Every form in which a value could stand in a file: encodings, full width, grouped, hex, base64, binary. */
export function formsOf(text: string): Map<string, Buffer> {
  const forms = new Map<string, Buffer>()
  addText(forms, 'plain', text)
  addText(forms, 'full width', fullWidth(text))
  const bytes = Buffer.from(text)
  forms.set('hex', Buffer.from(bytes.toString('hex')))
  forms.set('HEX', Buffer.from(bytes.toString('hex').toUpperCase()))
  addBase64(forms, bytes)
  if (/^[0-9]{12}$/.test(text)) addNumber(forms, text)
  return forms
}

type Prepared = readonly { readonly label: string; readonly form: string; readonly bytes: Buffer }[]

const prepare = (canaries: readonly Canary[]): Prepared =>
  canaries.flatMap(({ label, text }) =>
    [...formsOf(text)].map(([form, bytes]) => ({ label, form, bytes: Buffer.from(bytes) })),
  )

const find = (file: string, content: Buffer, prepared: Prepared): Finding[] =>
  prepared.flatMap(({ label, form, bytes }) => {
    const offset = content.indexOf(bytes)
    return offset < 0 ? [] : [{ file, label, form, offset }]
  })

/** Finds canaries in text that a program printed. */
export const scanText = (name: string, text: string, canaries: readonly Canary[]): Finding[] =>
  find(name, Buffer.from(text), prepare(canaries))

/** Every regular file below these folders, links not followed. A folder that does not exist has none. */
export function filesBelow(...roots: readonly string[]): string[] {
  return roots.flatMap((root) => {
    const stat = lstatSync(root, { throwIfNoEntry: false })
    if (stat?.isDirectory() !== true) return stat?.isFile() === true ? [root] : []
    return filesBelow(...readdirSync(root).map((name) => join(root, name)))
  })
}

/** Finds canaries in all files below these folders, and in their paths. */
export function scanFiles(roots: readonly string[], canaries: readonly Canary[]): Finding[] {
  const prepared = prepare(canaries)
  return filesBelow(...roots).flatMap((file) => [
    ...find(file, readFileSync(file), prepared),
    ...find(`path of ${file}`, Buffer.from(file), prepared),
  ])
}
