export const person = {
  back: '一覧へ戻る',
  facts: '基本の情報',
  code: 'コード',
  kana: 'かな',
  birth: '生年月日',
  joined: '入社日',
  left: '退社日',
  number: {
    title: '個人番号',
    mask: '番号は表示していません',
    none: '番号をまだ預かっていません。',
    noneHint: '本人から番号の書類を見せてもらい、番号専用の窓で二度入力します。',
    held: '預かっていますが、まだ使えません。本人確認を記録するか、責任者が移行の申告をしてください。',
    verified: '本人確認が済んでいます。下の事務に使えます。',
    purged: '{{date}} に廃棄しました。番号は、もう開けません。',
    recorded: '{{date}} に記録',
    source: '入手元：{{source}}',
    reveal: '番号を表示する',
    enter: '番号を入力する',
    replace: '番号を入れ直す',
    match: '番号を照合する',
    verify: '本人確認を記録する',
    more: 'ほかの操作',
  },
  replace: {
    title: '番号を入れ直す',
    lead: '市区町村が番号を変えたときや、入力を誤ったときに使います。',
    lost: '失われるもの：いま預かっている番号と、その本人確認の効力。',
    kept: '残るもの：氏名、保管の理由、本人確認と取扱いの記録。',
    submit: '番号専用の窓を開く',
  },
  tasks: {
    title: '番号を使える事務',
    usable: '使えます',
    refused: '使えません',
    none: 'この人に使える事務はありません。',
  },
  bases: {
    title: '保管の理由',
    document: '書類・事務',
    since: '開始',
    ended: '終了',
    through: '保管の終わり',
    open: '続いています',
    none: '保管の理由がありません。番号を預かる理由がないときは、番号を入力できません。',
  },
  due: {
    title: '廃棄の期限',
    none: 'まだ決まっていません。保管の理由が続いている間は期限がありません。',
    on: '{{date}} 以後、廃棄できます。',
    passed: '{{date}} に期限が来ています。廃棄してください。',
    because: 'そう計算した理由',
    go: '廃棄の画面へ',
  },
  verifications: {
    title: '本人確認',
    none: '本人確認の記録はありません。',
    noneHint: '番号の書類と身元の書類を見て確かめたら、「本人確認を記録する」を押してください。',
    route: { employer: '書類を見て確認', migration: '移行の申告' },
    on: '確認した日',
    by: '確認した人',
    documents: '見た書類',
    source: '入手元',
    tasks: '使える事務',
  },
  events: { title: '出来事', leave: '退社を登録する', joined: '{{date}} 入社', left: '{{date}} 退社' },
  log: { title: 'この人の取扱記録', none: 'まだ記録はありません。', all: '取扱記録で全部見る' },
  unverifiedAlert: '番号を使うには、本人確認の記録か移行の申告が必要です。',
} as const

export const reveal = {
  title: '番号を表示する',
  lead: '何の事務に使うかを選びます。選んだ事務は取扱記録に残ります。',
  people: '表示する人',
  task: '事務',
  refused: 'この事務には使えません：{{reason}}',
  noneUsable: 'いま使える事務がありません。理由を確かめて、先に必要な手続をしてください。',
  next: '次に番号専用の窓が開きます。番号表示パスワードを入れると、番号を一つずつ30秒だけ表示します。',
  submit: '番号専用の窓を開く',
  done: '表示を終えました',
  shown_other: '{{count}}人分を表示しました。',
  notShown_other: '{{count}}人分は表示していません（記録に残りました）。',
  notInNotice: '利用目的の通知・公表に含まれていません。',
} as const

export const match = {
  title: '番号を照合する',
  lead: '手元の書類の番号が、預かっている番号と同じかどうかだけを確かめます。番号は表示されません。',
  submit: '番号専用の窓を開く',
  same: '同じ番号です',
  sameHint: '書類の番号と、預かっている番号は一致しました。',
  different: '番号が違います',
  differentHint: '書類と本人を確かめてください。番号が変わったときは「番号を入れ直す」で入れ直します。',
} as const

export const verify = {
  title: '本人確認を記録する',
  lead: '見た書類を選びます。書類の番号や写しは保存しません。',
  numberDoc: '番号確認の書類（一つ）',
  identityDoc: '身元確認の書類',
  identityHint:
    '顔写真付きは一つ、顔写真のないものは二つ選びます。マイナンバーカードは番号確認と身元確認を兼ねます。',
  on: '確認した日',
  onHint: '空のままなら今日になります。書類はその日に有効なものに限ります。',
  submit: '記録する',
} as const

export const leave = {
  title: '退社を登録する',
  lead: '{{name}} さんの番号をいつまで預かるかが、この日から計算されます。',
  on: '退社日',
  lastFiling: '最後の書類を出す日',
  lastFilingHint:
    '源泉徴収票や給与支払報告書など、番号を書く最後の書類を提出する日です。ふつうは翌年1月31日です。未払の給与や退職金があれば、その書類の日にします。',
  order: '退社日より前の日にはできません。',
  submit: '退社を登録する',
  lost: 'この操作で消えるものはありません。期限が来たら、廃棄の画面に現れます。',
} as const

export const enter = {
  title: '番号を入力する',
  lead: '番号専用の窓で、番号を二度入力します。',
  submit: '番号専用の窓を開く',
} as const

export const attest = {
  title: '移行の申告',
  lead: 'すでに集めて本人確認した番号を、ほかの台帳やソフトからこの金庫へ移したことを、責任者が申告します。',
  declareTitle: '申告する内容',
  declare: {
    purpose: 'これらの番号は、利用目的を示して適正に集めたものです。',
    identity: '集めたときに、番号確認と身元確認を行いました（扶養親族は従業員が行いました）。',
    pairing: '番号と人の組み合わせに誤りがないことを確かめました。',
  },
  effect_other:
    '対象：{{company}} の、本人確認がまだの番号 {{count}}人分。申告が済むと使えるようになります。',
  record: '申告した人、日時、内容は取扱記録に署名付きで残り、消せません。',
  source: 'もとの保管場所',
  sourceHint: '例 給与ソフトの社員台帳、紙のファイル「マイナンバー台帳」',
  collectedOn: '集めて本人確認した日',
  collectedOnHint: '日が分かれているときは、最後の日を入力します。',
  confirm: '上の内容のとおりであることを、責任者として申告します。',
  confirmNeeded: '申告する内容を確かめて、チェックを付けてください。',
  submit: '申告する',
  done: '申告しました',
  done_other: '{{count}}人分の番号が使えるようになりました。',
  notManager: 'この申告ができるのは責任者だけです。責任者に開いてもらってください。',
} as const
