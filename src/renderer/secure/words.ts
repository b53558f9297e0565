import type { Language } from '../../shared/bridge.ts'

/** Every word of the secure window. Japanese is the source. */
export interface Words {
  readonly product: string
  readonly cancel: string
  readonly next: string
  readonly capsLock: string
  readonly digitsOnly: string
  readonly company: string
  readonly task: string
  readonly rule: string
  readonly person: string
  readonly people: (count: number) => string
  readonly office: string
  readonly user: string
  readonly failedAttempts: (count: number) => string
  readonly createPassphrase: {
    readonly title: string
    readonly lead: string
    readonly advice: readonly string[]
    readonly field: string
    readonly again: string
  }
  readonly createSecret: {
    readonly title: string
    readonly lead: string
    readonly advice: readonly string[]
    readonly field: string
    readonly again: string
    readonly submit: string
  }
  readonly unlock: {
    readonly title: string
    readonly lead: string
    readonly field: string
    readonly submit: string
  }
  readonly verify: {
    readonly title: string
    readonly acts: Readonly<Record<'reveal' | 'match' | 'purge', string>>
    readonly field: string
    readonly submit: string
  }
  readonly enter: {
    readonly title: string
    readonly lead: string
    readonly field: string
    readonly again: string
    readonly submit: string
  }
  readonly match: {
    readonly title: string
    readonly lead: string
    readonly field: string
    readonly submit: string
  }
  readonly list: {
    readonly title: string
    readonly states: Readonly<Record<'waiting' | 'showing' | 'shown', string>>
    readonly first: string
    readonly following: string
    readonly next: string
    readonly key: string
    readonly finish: string
    readonly end: string
    readonly logged: string
    readonly asking: string
    readonly showing: (name: string, seconds: number) => string
    readonly hidden: (name: string) => string
    readonly failed: string
  }
  readonly wait: Readonly<Record<'deriving' | 'sealing' | 'working', string>>
  readonly done: { readonly title: string; readonly problem: string; readonly close: string }
  readonly problems: {
    readonly mismatch: string
    readonly tooShort: (min: number) => string
    readonly same: string
    readonly wrongPassphrase: string
    readonly wrongSecret: string
    readonly tooMany: (wait: string) => string
    readonly seconds: (count: number) => string
    readonly minutes: (count: number) => string
    readonly numberMismatch: string
    readonly number: Readonly<Record<string, string>>
    readonly held: string
    readonly other: (code: string) => string
  }
}

const ja: Words = {
  product: '守り蔵',
  cancel: '中止',
  next: '次へ',
  capsLock: 'Caps Lock がオンになっています。',
  digitsOnly: '数字だけを入力します。',
  company: '事業者',
  task: '事務',
  rule: '書類',
  person: '対象者',
  people: (count) => `対象者（${count}人）`,
  office: '保管庫',
  user: '利用者',
  failedAttempts: (count) =>
    `前回の成功のあと、${count}回失敗しています。心当たりがなければ責任者に知らせてください。`,
  createPassphrase: {
    title: '起動パスワードを決めます',
    lead: '保管庫を開くときに毎回入力するパスワードです。',
    advice: [
      '12文字以上。関係のない言葉を4つ以上つなげると、長くて覚えやすくなります。',
      '名前、誕生日、会社名は使わないでください。',
      'ほかで使っているパスワードは使わないでください。',
    ],
    field: '起動パスワード',
    again: '起動パスワード（もう一度）',
  },
  createSecret: {
    title: '番号表示パスワードを決めます',
    lead: '個人番号を表示・照合・廃棄するときだけ入力する、もう一つのパスワードです。',
    advice: [
      '8文字以上で、起動パスワードとは違うものにします。',
      '起動パスワードを知られても、これがなければ番号は見られません。',
    ],
    field: '番号表示パスワード',
    again: '番号表示パスワード（もう一度）',
    submit: 'この2つで決定',
  },
  unlock: {
    title: '保管庫を開きます',
    lead: '起動パスワードを入力してください。',
    field: '起動パスワード',
    submit: '開く',
  },
  verify: {
    title: '操作者の確認',
    acts: {
      reveal: '次の人の個人番号を表示します。',
      match: '次の人の個人番号と照合します。番号は表示されません。',
      purge: '次の人の個人番号を廃棄します。元に戻せません。',
    },
    field: '番号表示パスワード',
    submit: '確認する',
  },
  enter: {
    title: '個人番号の入力',
    lead: '番号を2回入力してください。入力した数字は画面に出ません。',
    field: '個人番号（12桁）',
    again: '個人番号（もう一度）',
    submit: '登録する',
  },
  match: {
    title: '個人番号の照合',
    lead: '確かめたい番号を入力してください。結果は「一致」か「不一致」だけです。',
    field: '個人番号（12桁）',
    submit: '照合する',
  },
  list: {
    title: '個人番号の表示',
    states: { waiting: '未表示', showing: '表示中', shown: '表示済み' },
    first: 'スペースキーを押すと、最初の人の番号を表示します。',
    following: 'スペースキーを押すと、次の人の番号を表示します。',
    next: '次の番号を表示',
    key: 'スペース',
    finish: '表示を終える',
    end: '終了',
    logged: '表示のたびに取扱記録が残ります。',
    asking: '記録しています…',
    showing: (name, seconds) => `${name} さんの番号を表示しています。${seconds}秒で消えます。`,
    hidden: (name) => `${name} さんの番号を消しました。`,
    failed: '表示できませんでした。',
  },
  wait: {
    deriving: '確かめています…',
    sealing: '暗号化しています…',
    working: 'お待ちください…',
  },
  done: { title: '終わりました', problem: '終了しました', close: '閉じる' },
  problems: {
    mismatch: '2回の入力が違っています。もう一度入力してください。',
    tooShort: (min) => `短すぎます。${min}文字以上にしてください。`,
    same: '起動パスワードと同じです。違うものにしてください。',
    wrongPassphrase: '起動パスワードが違います。',
    wrongSecret: '番号表示パスワードが違います。失敗も取扱記録に残ります。',
    tooMany: (wait) => `失敗が続いたため、${wait}お待ちください。`,
    seconds: (count) => `あと${count}秒`,
    minutes: (count) => `あと約${count}分`,
    numberMismatch: '2回の入力が違っています。書類を見ながら、もう一度入力してください。',
    number: {
      empty: '番号を入力してください。',
      'not-digits': '数字だけを入力してください。',
      'resident-code': '11桁です。個人番号は12桁です（住民票コードではありませんか）。',
      corporate: '13桁です。個人番号は12桁です（法人番号ではありませんか）。',
      length: '個人番号は12桁です。',
      placeholder: 'すべて0の番号は登録できません。',
      'check-digit': '検査用の数字が合いません。どこかの桁が違っています。',
    },
    held: 'この人の番号はすでに登録されています。',
    other: (code) => `続けられません（${code}）。`,
  },
}

const en: Words = {
  product: 'Mamorigura',
  cancel: 'Cancel',
  next: 'Next',
  capsLock: 'Caps Lock is on.',
  digitsOnly: 'Digits only.',
  company: 'Company',
  task: 'Task',
  rule: 'Document',
  person: 'Person',
  people: (count) => (count === 1 ? 'Person (1)' : `People (${count})`),
  office: 'Office',
  user: 'User',
  failedAttempts: (count) =>
    `${count} failed ${count === 1 ? 'attempt' : 'attempts'} since the last success. If they were not yours, tell the responsible person.`,
  createPassphrase: {
    title: 'Choose the passphrase',
    lead: 'You type it each time you open the office.',
    advice: [
      '12 characters or more. Four or more unrelated words make it long and easy to remember.',
      'No names, birthdays or company names.',
      'Nothing that you use elsewhere.',
    ],
    field: 'Passphrase',
    again: 'Passphrase, again',
  },
  createSecret: {
    title: 'Choose the verification secret',
    lead: 'A second secret, typed only to show, match or purge a number.',
    advice: [
      '8 characters or more, and different from the passphrase.',
      'Who knows only the passphrase cannot see a number.',
    ],
    field: 'Verification secret',
    again: 'Verification secret, again',
    submit: 'Use these two',
  },
  unlock: { title: 'Open the office', lead: 'Type your passphrase.', field: 'Passphrase', submit: 'Open' },
  verify: {
    title: 'Operator verification',
    acts: {
      reveal: 'The numbers of these people will be shown.',
      match: 'A number will be compared with the one of this person. Nothing is shown.',
      purge: 'The numbers of these people will be destroyed. This cannot be undone.',
    },
    field: 'Verification secret',
    submit: 'Verify',
  },
  enter: {
    title: 'Enter a number',
    lead: 'Type the number twice. The digits do not appear on the screen.',
    field: 'My Number (12 digits)',
    again: 'My Number, again',
    submit: 'Record',
  },
  match: {
    title: 'Match a number',
    lead: 'Type the number to check. The answer is only yes or no.',
    field: 'My Number (12 digits)',
    submit: 'Match',
  },
  list: {
    title: 'Show numbers',
    states: { waiting: 'Not shown', showing: 'On screen', shown: 'Shown' },
    first: 'Press Space to show the first number.',
    following: 'Press Space to show the next number.',
    next: 'Show the next number',
    key: 'Space',
    finish: 'Finish',
    end: 'End',
    logged: 'Each number shown is written to the log.',
    asking: 'Writing the log…',
    showing: (name, seconds) => `The number of ${name} is on screen for ${seconds} seconds.`,
    hidden: (name) => `The number of ${name} was removed.`,
    failed: 'The number could not be shown.',
  },
  wait: { deriving: 'Checking…', sealing: 'Encrypting…', working: 'One moment…' },
  done: { title: 'Done', problem: 'Ended', close: 'Close' },
  problems: {
    mismatch: 'The two entries differ. Type them again.',
    tooShort: (min) => `Too short. Use ${min} characters or more.`,
    same: 'It is the same as the passphrase. Choose a different one.',
    wrongPassphrase: 'The passphrase is wrong.',
    wrongSecret: 'The verification secret is wrong. Failures are logged too.',
    tooMany: (wait) => `Too many failures. Wait: ${wait}.`,
    seconds: (count) => `${count} s`,
    minutes: (count) => `about ${count} min`,
    numberMismatch: 'The two entries differ. Look at the document and type them again.',
    number: {
      empty: 'Type the number.',
      'not-digits': 'Digits only.',
      'resident-code': '11 digits. A My Number has 12 (is this a resident record code?).',
      corporate: '13 digits. A My Number has 12 (is this a corporate number?).',
      length: 'A My Number has 12 digits.',
      placeholder: 'A number of zeros only cannot be recorded.',
      'check-digit': 'The check digit does not fit. One of the digits is wrong.',
    },
    held: 'A number is recorded for this person already.',
    other: (code) => `It cannot go on (${code}).`,
  },
}

export const WORDS: Readonly<Record<Language, Words>> = { ja, en }
