export const nav = {
  label: '主な画面',
  home: 'ホーム',
  people: '従業員・家族・支払先',
  import: '取込み',
  purge: '廃棄',
  log: '取扱記録',
  office: '管理',
  company: '事業者',
  noCompany: '事業者がありません',
} as const

export const status = {
  label: '状態',
  offline: 'オフライン',
  offlineHint: 'このアプリはネットワークに接続しません。',
  user: '{{name}}（{{roles}}）',
  lock: 'ロックする',
  lockIn_other: '操作がなければ、あと{{count}}分でロックします',
  lockInSeconds_other: '操作がなければ、あと{{count}}秒でロックします',
  training: '練習用',
  trainingLong: '練習用の保管庫です。本物の個人番号は入れないでください。',
  logVerified: '記録：異常なし（{{age}}に検証）',
  logHeld: '記録：照合済み（{{age}}）',
  logNeverHeld: '記録：照合記録あり',
  logDeclared: '記録：照合なし（{{age}}から）',
  logDeclaredNever: '記録：照合なし（申告済み）',
  logMissing: '記録：この端末に照合記録がありません',
  logBroken: '記録：異常があります',
  logUnknown: '記録：未確認',
} as const

export const roles = {
  manager: '責任者',
  handler: '事務取扱担当者',
  intake: '受付担当',
  system: 'システム管理者',
  auditor: '点検担当',
} as const

export const age = {
  now: 'たった今',
  minutes_other: '{{count}}分前',
  hours_other: '{{count}}時間前',
  days_other: '{{count}}日前',
} as const
