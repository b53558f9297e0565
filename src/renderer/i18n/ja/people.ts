export const people = {
  title: '従業員・家族・支払先',
  lead: '番号を預かる人の一覧です。番号そのものは表示されません。',
  search: '探す',
  searchHint: 'コード、氏名、かな、生年月日で探せます',
  searchLabel: '人を探す',
  searchRefused:
    '12桁の数字では探せません。個人番号で人を探すことはできないため、入力を消しました。検索も記録もしていません。',
  filter: '絞り込み',
  filters: {
    all: 'すべて',
    missing: '番号がまだ',
    unverified: '本人確認がまだ',
    due: '廃棄の期限',
    left: '退社',
  },
  total_other: '{{count, number}}人',
  add: '人を追加する',
  import: 'ファイルを取り込む',
  attest: '移行の申告をする',
  select: '{{name}} を選ぶ',
  overLimit_other: '一度の確認で表示できるのは{{count}}人までです。人数は責任者が「管理」の設定で決めます。',
  selected_other: '{{count}}人を選んでいます',
  reveal: '選んだ人の番号を表示する',
  clear: '選択をやめる',
  tooMany_other: '一度に表示できるのは{{count}}人までです。選択を減らしてください。',
  open: '{{name}} の個人票を開く',
  columns: {
    select: '選択',
    code: 'コード',
    name: '氏名',
    kana: 'かな',
    birth: '生年月日',
    joined: '入社日',
    number: '番号',
    due: '廃棄の期限',
  },
  left: '{{date}}退社',
  empty: 'まだ誰も登録されていません',
  emptyHint:
    '給与ソフトなどから書き出したCSVを取り込むのが早道です。一人ずつ追加することもできます。番号はあとからでも入れられます。',
  noMatch: '当てはまる人がいません',
  noMatchHint:
    '言葉を短くするか、絞り込みを「すべて」に戻してください。髙と高などの異体字はどちらでも見つかります。',
  noMatchClear: '条件をもとに戻す',
  table: '人の一覧',
} as const

export const addPerson = {
  title: '人を追加する',
  code: 'コード',
  codeHint: '社員番号など、事業者の中で一人に一つ。家族は 0012-1、支払先は P-003 のように付けます。',
  name: '氏名',
  nameHint: '戸籍や住民票のとおりの字で入力します。',
  kana: 'かな',
  birth: '生年月日',
  joined: '入社日',
  later: '番号は、追加したあとに個人票から入力します。',
  submit: '追加する',
} as const

export const numberState = {
  none: '番号なし',
  held: '本人確認待ち',
  verified: '使えます',
  purged: '廃棄済み',
} as const
