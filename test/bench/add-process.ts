import { newCode } from './add.ts'
import { unlocked } from './vaults.ts'

/** Adds people to the company of a copied office: a process of its own, so that its system calls can be counted. */
const [root = '', count = '0'] = process.argv.slice(2)
const { call, company, engine } = await unlocked(root)
for (let index = 0; index < Number(count); index++) {
  await call('people.add', { company, code: newCode(index), name: '新田　ひとみ', kana: null })
}
engine.close()
