import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { encodeKit } from '../crypto/kit.ts'
import { VaultError } from '../shared/errors.ts'
import type { OfficeId } from '../shared/ids.ts'

export interface KitFacts {
  readonly officeId: OfficeId
  readonly officeName: string
  readonly userName: string
  readonly issuedOn: string
}

const sheet = (facts: KitFacts, code: string): string => `守り蔵 復旧用紙 / Mamorigura recovery kit

保管庫 Office      : ${facts.officeName}
保管庫ID Office id : ${facts.officeId}
責任者 Manager     : ${facts.userName}
発行日 Issued on   : ${facts.issuedOn}

復旧コード Recovery code
${code
  .match(/.{1,34}(?:-|$)/g)
  ?.map((line) => `    ${line.replace(/-$/, '')}`)
  .join('\n')}

この用紙があれば、起動パスワードと番号表示パスワードを忘れても保管庫を開けます。
- 印刷して、パソコンとは別の鍵のかかる場所に保管してください。
- 印刷したら、このファイルは削除してください。写真に撮らないでください。
- この用紙を失くしたときは、新しい用紙を発行してください。

Whoever holds this sheet can open this office without either secret. Print it, keep it locked
away from the computer, then delete this file. Do not photograph it.
`

/**
 * Writes the recovery kit (復旧用紙) where the operator chose, mode 0600, never over another file, durable when it returns.
 * Throws NOT_WRITABLE.
 */
export function writeKit(path: string, seed: Uint8Array, facts: KitFacts): void {
  let fd: number
  try {
    fd = openSync(path, 'wx', 0o600)
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'kit' })
  }
  try {
    writeFileSync(fd, sheet(facts, encodeKit(seed, facts.officeId)))
    fsyncSync(fd)
  } catch {
    rmSync(path, { force: true })
    throw new VaultError('NOT_WRITABLE', { part: 'kit' })
  } finally {
    closeSync(fd)
  }
}
