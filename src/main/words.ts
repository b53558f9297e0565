import type { Language, OpenKind, SaveKind } from '../shared/bridge.ts'

/** The few words that main itself shows: titles of the system's dialogs, the menu, and the one message without a page. */
interface Words {
  readonly openOffice: string
  readonly newOffice: string
  readonly newOfficeName: string
  readonly choose: Readonly<Record<OpenKind, string>>
  readonly chooseType: Readonly<Record<OpenKind, string>>
  readonly save: Readonly<Record<SaveKind, string>>
  readonly saveName: Readonly<Record<SaveKind, string>>
  readonly view: string
  readonly edit: string
  readonly broken: string
  readonly brokenDetail: string
}

export const WORDS: Readonly<Record<Language, Words>> = {
  ja: {
    openOffice: '保管庫のフォルダーを選ぶ',
    newOffice: '新しい保管庫を置く場所と名前',
    newOfficeName: '守り蔵',
    choose: { people: '従業員のファイルを選ぶ' },
    chooseType: { people: 'CSV ファイル' },
    save: { kit: '復旧用紙の保存先', log: '取扱記録の書出し先' },
    saveName: { kit: '復旧用紙.txt', log: '取扱記録.json' },
    view: '表示',
    edit: '編集',
    broken: '守り蔵を続けられません',
    brokenDetail:
      '内部の処理が続けて止まりました。保管庫のファイルはそのままです。アプリを終了して、もう一度起動してください。',
  },
  en: {
    openOffice: 'Choose the folder of an office',
    newOffice: 'Place and name of the new office',
    newOfficeName: 'Mamorigura',
    choose: { people: 'Choose a file of employees' },
    chooseType: { people: 'CSV files' },
    save: { kit: 'Where to save the recovery kit', log: 'Where to export the log' },
    saveName: { kit: 'recovery-kit.txt', log: 'handling-log.json' },
    view: 'View',
    edit: 'Edit',
    broken: 'Mamorigura cannot continue',
    brokenDetail:
      'An internal process ended several times. The files of your office are untouched. Quit and start again.',
  },
}
