import type { Complete } from './words.ts'

/** Every error in Japanese, as a terminal says it. */
export const errorsJa: Complete['errors'] = {
  UNEXPECTED: {
    what: '予期しない問題が起きました。',
    next: 'もう一度試してください。続くときは mamorigura doctor で点検してください。',
  },
  USAGE: { what: '指定が正しくありません。', next: 'mamorigura help で使い方を確かめてください。' },
  CANCELLED: { what: '中止しました。', next: 'それまでに記録した内容はそのまま残っています。' },

  WRONG_PASSPHRASE: {
    what: '起動パスワードが違います。',
    next: 'Caps Lockと日本語入力、ファイルの1行目を確かめてください。忘れたときは復旧用紙か別の責任者が必要です。',
  },
  TOO_MANY_ATTEMPTS: {
    what: '誤りが続いたため、しばらく受け付けません（あと{{seconds}}秒）。',
    next: '待ってから試してください。誤った回数は取扱記録に残ります。',
  },
  UNKNOWN_USER: {
    what: 'その利用者は、この保管庫にいません。',
    next: '[[登録されている利用者：{{names}}。]]--user で名前を指定してください。',
  },
  OFFICE_DAMAGED: {
    what: '保管庫のファイルが壊れているか、書き換えられています[[（{{part}}）]]。',
    next: 'ファイルは消さずに残し、責任者に知らせてください。バックアップから戻せます。',
  },
  OFFICE_TAMPERED: {
    what: '保管庫のファイルに、正しい手順によらない変更があります[[（{{part}}）]]。',
    next: '使うのをやめ、ファイルを消さずに責任者に知らせてください。安全のため開いていません。',
  },
  OFFICE_TOO_NEW: {
    what: 'この保管庫は、新しい版の守り蔵で作られています。',
    next: '新しい版を入れてから開いてください。',
  },
  NOT_AN_OFFICE: {
    what: '指定したフォルダーは保管庫ではありません。',
    next: '「office.json」の入ったフォルダーを --office で指定してください。はじめてのときは mamorigura office create です。',
  },
  OFFICE_EXISTS: {
    what: 'このフォルダーには、すでに保管庫かほかのファイルがあります。',
    next: '空のフォルダーか、まだない場所を指定してください。',
  },
  OFFICE_IN_USE: {
    what: 'この保管庫は、いま使われています[[（{{user}}、{{device}}）]]。',
    next: 'ほかの画面や端末で閉じてから、もう一度試してください。',
  },
  OFFICE_LOCKED: { what: '保管庫が開かれていません。', next: 'もう一度試してください。' },
  OFFICE_CLOSED: {
    what: '保管庫が選ばれていません。',
    next: '--office で保管庫のフォルダーを指定してください。',
  },
  KDF_LIMITS: {
    what: '保管庫の鍵の設定が、許された範囲にありません。',
    next: '書き換えられた疑いがあります。使うのをやめ、責任者に知らせてください。',
  },
  PLACE_REFUSED: {
    what: 'この場所には置けません[[（{{kind}}）]]。共有フォルダーとクラウドの同期フォルダーでは、データの安全を守れないためです。',
    next: 'このパソコンの中のフォルダーを指定してください。',
  },
  NOT_WRITABLE: {
    what: '書き込めません[[（{{part}}）]]。',
    next: '場所と書き込みの許可を確かめるか、別の場所を指定してください。すでにあるファイルには上書きしません。',
  },
  DISK_FULL: {
    what: 'ディスクの空きがありません。',
    next: '要らないファイルを片付けてください。何も変わっていません。',
  },
  WRITE_FAILED: {
    what: '書き込みに失敗しました。',
    next: 'ディスクの状態を確かめてください。途中の変更は取り消されています。',
  },
  SECRET_FILE_OPEN: {
    what: 'パスワードや番号のファイルを、ほかの人も読める状態です。',
    next: 'chmod 600 ファイル名 で、自分だけが読めるようにしてください。',
  },
  SECRET_FILE_UNREADABLE: {
    what: 'パスワードや番号のファイルを読めません。',
    next: '場所と権限を確かめてください。1行目に書いた、4096バイトまでの普通のファイルです。',
  },
  SECRET_TOO_SHORT: {
    what: 'パスワードが短すぎます（{{minimum}}文字以上）。',
    next: '関係のない言葉をいくつかつなげると、長くて覚えやすくなります。',
  },
  SECRET_SAME_AS_PASSPHRASE: {
    what: '番号表示パスワードが、起動パスワードと同じです。',
    next: '別のパスワードにしてください。',
  },
  ROLE_REFUSED: {
    what: 'あなたの役割では、この操作はできません。',
    next: '[[この役割の人に行ってもらってください：{{needs}}]]',
  },

  UNKNOWN_COMPANY: { what: 'その事業者が見つかりません。', next: '[[登録されている事業者：{{names}}。]]' },
  COMPANY_NEEDED: {
    what: '事業者が決まりません。',
    next: '[[--company で選んでください：{{names}}。]]まだないときは mamorigura company add で登録してください。',
  },
  NAME_TAKEN: {
    what: '同じ名前の事業者がすでにあります。',
    next: '支店名などを付けて、区別できる名前にしてください。',
  },
  UNKNOWN_PERSON: {
    what: 'その人が見つかりません[[（{{person}}）]]。',
    next: 'mamorigura people list で、先頭の0も含めてコードを確かめてください。',
  },
  CODE_TAKEN: {
    what: '同じコードの人がすでにいます[[（{{person}}）]]。',
    next: '別のコードにしてください。',
  },
  PERSON_LEFT: {
    what: '[[{{person}} は、]]すでに退社として登録されています[[（{{on}}）]]。',
    next: 'mamorigura people show で退社日を確かめてください。',
  },
  BAD_DATE: {
    what: '日付が正しくありません[[（--{{option}}）]]。',
    next: '2026-11-22、2026/11/22、令和8年11月22日、R8.11.22 のように、実際にある日を指定してください。',
  },
  DATE_ORDER: {
    what: '日付の前後が合いません[[（{{person}}）]]。',
    next: '生年月日、入社日、退社日の順か、確認の日が今日より先になっていないかを確かめてください。',
  },
  BAD_CODE: {
    what: 'コードに使えない文字があるか、長さが合いません。',
    next: '社員番号のような、32文字までの英数字のコードにしてください。',
  },
  BAD_NAME: { what: '氏名に使えない文字があります。', next: '氏名だけを指定してください。' },
  LOOKS_LIKE_NUMBER: {
    what: '個人番号のような12桁の数字が入っています。',
    next: '番号は mamorigura number set で、端末かファイルから入れてください。ここには残していません。',
  },
  CORPORATE_NUMBER: {
    what: '法人番号が正しくありません。',
    next: '13桁の法人番号を確かめてください。指定しなくてもかまいません。',
  },
  FILE_UNREADABLE: { what: 'ファイルを読めません。', next: '場所と権限を確かめてください。' },
  FILE_BINARY: {
    what: 'これはCSVファイルではありません。',
    next: 'Excelのファイル（xlsx）は、「CSV（コンマ区切り）」で保存したものを指定してください。',
  },
  FILE_TOO_LARGE: { what: 'ファイルが大きすぎます。', next: '必要な列と行だけにするか、分けてください。' },
  FILE_ENCODING: {
    what: 'ファイルの文字を正しく読めません。',
    next: '--encoding で文字コードを指定するか、UTF-8かShift_JISで書き出し直してください。',
  },
  FILE_STRUCTURE: {
    what: 'ファイルの形が正しくありません[[（{{line}}行目）]]。',
    next: '引用符（"）やコンマを確かめるか、元のソフトから書き出し直してください。',
  },
  FILE_NO_HEADINGS: {
    what: 'コードと氏名の列が分かりません。',
    next: '1行目に見出しのあるファイルにするか、--columns code=社員番号,name=氏名 のように列を指定してください。',
  },
  FILE_EMPTY: { what: 'ファイルに中身がありません。', next: '1行以上あるファイルを指定してください。' },

  NUMBER_INVALID: {
    what: '番号が正しくありません。',
    next: '書類の12桁をもう一度確かめてください。番号は保存していません。',
  },
  NUMBER_MISMATCH: {
    what: '二度の入力が一致しませんでした。',
    next: '番号は保存していません。もう一度入力してください。',
  },
  NUMBER_HELD: {
    what: '[[{{person}} の]]番号は、すでに預かっています。',
    next: '番号が変わったときは --replace を付けてください。',
  },
  NUMBER_NOT_HELD: {
    what: '[[{{person}} の]]番号は預かっていません。',
    next: 'mamorigura number set か people import で預かってください。',
  },
  WRONG_SECRET: {
    what: '番号表示パスワードが違います。',
    next: '起動パスワードとは別のものです。番号は表示していません。誤りは取扱記録に残りました。',
  },
  NO_VIEWER_KEY: {
    what: 'あなたは、この事業者の番号を開く鍵を持っていません。',
    next: '番号を表示できる人に頼むか、責任者に鍵の付与を頼んでください。',
  },
  UNKNOWN_PURPOSE: {
    what: 'その事務や書類はありません。',
    next: 'mamorigura notice list で事務の名前を確かめるか、T12 のような書類の番号を指定してください。',
  },
  PURPOSE_FORBIDDEN: {
    what: 'その目的には、本人の同意があっても個人番号を使えません。',
    next: '番号の欄がある税と社会保険の書類にだけ使えます（mamorigura notice list）。',
  },
  PURPOSE_NOT_IN_NOTICE: {
    what: '利用目的の通知・公表に含まれていない事務です。',
    next: '番号は、あらかじめ示した利用目的の中でだけ使えます（mamorigura notice list）。',
  },
  PURPOSE_NOT_FOR_PERSON: {
    what: '[[{{person}} は、]]この書類に番号を書く人ではありません。',
    next: '書類に番号の欄があるか確かめ、別の事務を指定してください。',
  },
  NOT_VERIFIED: {
    what: '[[{{person}} は、]]この事務に必要な本人確認が済んでいません（番号法16条）。',
    next: 'mamorigura number verify で記録するか、責任者が number attest で移行の申告をしてください。',
  },
  BAD_DOCUMENTS: {
    what: 'その書類の組み合わせでは、本人確認になりません。',
    next: 'my-number-card だけか、番号の書類（juminhyo など）と身元の書類（driver-license など。顔写真なしは2つ）を指定してください。',
  },
  LIST_TOO_LONG: {
    what: '一度に表示できる人数（{{limit}}人）を超えています。',
    next: '人数は責任者が mamorigura office policy --list-limit で決められます（20人まで）。',
  },
  LIST_EMPTY: {
    what: '対象の人がいません。',
    next: 'mamorigura purge due で、期限の来た人を確かめてください。',
  },
  GRANT_EXPIRED: {
    what: '時間が過ぎたため、番号の表示を終えました。',
    next: '操作者の確認からやり直してください。',
  },
  NOT_GRANTED: {
    what: '操作者の確認で決めた人以外の番号は開けません。',
    next: '操作者の確認からやり直してください。',
  },
  PURGE_STATE_UNKNOWN: {
    what: 'この端末に照合記録がないため、廃棄した番号が戻されていないことを確かめられません。',
    next: '責任者が mamorigura anchor declare --reason で理由を申告すると、番号を使えるようになります。',
  },
  STDOUT_REFUSED: {
    what: '番号を端末以外へ出そうとしています。',
    next: '端末で行うか、出してよいときだけ --stdout を付けてください。',
  },
  NOTHING_TO_ATTEST: {
    what: '申告の対象になる番号がありません。',
    next: '移行の申告は、ファイルから取り込んだ番号が対象です。手で入力した番号は number verify で本人確認を記録してください。',
  },

  UNKNOWN_RULE: { what: 'その規則はありません。', next: 'T12 のような番号を指定してください。' },
  NOT_DUE: {
    what: '[[{{person}} は、]]まだ廃棄の期限[[（{{due}}）]]が来ていません。',
    next: 'mamorigura purge due で、期限の来た人を確かめてください。',
  },
  STILL_NEEDED: {
    what: '[[{{person}} には、]]まだ続いている保管の理由があります。',
    next: '退社などを登録すると期限が決まります（mamorigura leave）。',
  },
  UNKNOWN_PROPOSAL: {
    what: 'その提案が見つかりません。',
    next: 'mamorigura purge list で確かめてください。',
  },
  PROPOSAL_STALE: {
    what: '提案のあとで事情が変わったか、すでに確認された提案です。',
    next: '何も廃棄していません。mamorigura purge list で確かめ、必要なら提案し直してください。',
  },
  SECOND_PERSON_NEEDED: {
    what: '提案した人とは別の人の確認が必要です。',
    next: '別の責任者が行うか、一人しかいないときは --sole-reason で理由を残してください。',
  },
  REASON_NEEDED: { what: '理由が必要です。', next: '--reason で、記録に残る理由を指定してください。' },

  LOG_BROKEN: {
    what: '取扱記録のつながりが切れています。',
    next: '番号を使うのをやめ、ファイルを消さずに責任者に知らせてください。',
  },
  LOG_ROLLED_BACK: {
    what: '取扱記録が、この端末の照合記録より古い状態です。',
    next: '古い写しから戻された疑いがあります。責任者に知らせてください。',
  },
  SIGNATURE_BAD: {
    what: '署名が正しくありません[[（{{part}}）]]。',
    next: '書き換えられた疑いがあるか、指紋（--root）が別の保管庫のものです。責任者に知らせてください。',
  },
  RECORD_TAMPERED: {
    what: '番号の記録が書き換えられています。',
    next: 'この番号は使わないでください。ファイルを消さずに責任者に知らせてください。',
  },

  WORKER_FAILED: {
    what: '番号を扱う処理が途中で終わりました。',
    next: '番号は保存していません。もう一度試してください。',
  },
  WORKER_TIMED_OUT: { what: '時間がかかりすぎたため、中止しました。', next: 'もう一度試してください。' },
  BAD_REQUEST: {
    what: '指定の内容を受け付けられませんでした[[（{{part}}）]]。',
    next: 'mamorigura help で使い方を確かめてください。',
  },
  METHOD_UNKNOWN: { what: 'この版では、まだできない操作です。', next: '守り蔵の版を確かめてください。' },
}
