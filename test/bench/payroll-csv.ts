import { checkDigit } from '../../src/shared/my-number.ts'

/** Common family names with readings, so that a search finds thousands, as in a real company. */
const FAMILIES = `佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 伊藤イトウ 渡辺ワタナベ 渡邉ワタナベ 渡邊ワタナベ 山本ヤマモト
中村ナカムラ 小林コバヤシ 加藤カトウ 吉田ヨシダ 山田ヤマダ 佐々木ササキ 山口ヤマグチ 松本マツモト 井上イノウエ 木村キムラ 林ハヤシ
斎藤サイトウ 齋藤サイトウ 清水シミズ 山崎ヤマザキ 山﨑ヤマザキ 森モリ 池田イケダ 橋本ハシモト 阿部アベ 石川イシカワ 髙橋タカハシ
前田マエダ 藤田フジタ 後藤ゴトウ 小川オガワ 岡田オカダ 村上ムラカミ 長谷川ハセガワ 近藤コンドウ 石井イシイ 坂本サカモト 遠藤エンドウ`
const GIVEN = `太郎タロウ 花子ハナコ 一郎イチロウ 美咲ミサキ 健太ケンタ さくらサクラ 大輔ダイスケ 陽子ヨウコ 翔ショウ 愛アイ 誠マコト 恵子ケイコ
拓也タクヤ 由美ユミ 直樹ナオキ 明美アケミ 浩ヒロシ 久美子クミコ 学マナブ 真由美マユミ 隆タカシ 智子トモコ 修オサム 和子カズコ 勇イサム`

const split = (words: string): [string, string][] =>
  words.split(/\s+/).flatMap((word) => {
    const [, name = '', kana = ''] = /^([^ァ-ヶー]+)([ァ-ヶー]+)$/u.exec(word) ?? []
    return name === '' ? [] : [[name, kana]]
  })
const FAMILY_NAMES = split(FAMILIES)
const GIVEN_NAMES = split(GIVEN)

/** Twelve digits with a right check digit: `index` spread over the range, so that no two are the same. */
function syntheticNumber(index: number): string {
  const body = String(10_000_000_000 + ((index * 7_654_321) % 89_999_999_999)).padStart(11, '0')
  return body + String(checkDigit(new TextEncoder().encode(body)))
}

const two = (value: number): string => String(value).padStart(2, '0')

export interface SyntheticPerson {
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly birth: string
  readonly joined: string
  readonly left: string
  readonly number: string
}

/** Person `index` of a synthetic company; the numbers fit their check digit and are nobody's. */
export function syntheticPerson(index: number, hasLeft: boolean): SyntheticPerson {
  const [family = '', familyKana = ''] = FAMILY_NAMES[(index * 31) % FAMILY_NAMES.length] ?? []
  const [given = '', givenKana = ''] = GIVEN_NAMES[(index * 17 + (index >> 5)) % GIVEN_NAMES.length] ?? []
  return {
    code: String(index + 1).padStart(6, '0'),
    name: `${family}　${given}`,
    kana: `${familyKana}　${givenKana}`,
    birth: `${1960 + (index % 40)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
    joined: `2019-${two(1 + (index % 12))}-01`,
    left: hasLeft ? '2021-03-31' : '',
    number: syntheticNumber(index),
  }
}

/** A payroll file of `people` synthetic people, `left` of whom left years ago, spread over the file. */
export function payrollCsv(people: number, left: number): string {
  const every = left > 0 ? Math.floor(people / left) : 0
  const rows = Array.from({ length: people }, (_, index) => {
    const hasLeft = every > 0 && index % every === 0 && index / every < left
    const person = syntheticPerson(index, hasLeft)
    const { code, name, kana, birth, joined, number } = person
    return [code, name, kana, birth, joined, person.left, number].join(',')
  })
  return `社員番号,氏名,フリガナ,生年月日,入社年月日,退職年月日,個人番号\r\n${rows.join('\r\n')}\r\n`
}
