/**
 * Search keys of names. Stored names are never changed: the keys are computed beside them, kept in memory, and only ever
 * compared. A name alone never joins a number to a person.
 */
import { VaultError } from '../shared/errors.ts'
import { containsTwelveDigits } from '../shared/my-number.ts'

/**
 * Variant kanji of names: the common form first, then the forms that fold into it. Everyday variants, chosen by hand from
 * those that Unicode normalisation keeps apart; a fold is only ever a suggestion (異体字の可能性).
 */
export const VARIANTS: readonly string[] = `
  高髙 崎﨑嵜碕 辺邉邊 斉齋齊斎 浜濵濱 徳德 柳栁桺 広廣 沢澤 国國 桜櫻 吉𠮷 島嶋嶌 竜龍
  滝瀧 関關 黒黑 塩鹽 宝寶 寿壽 恵惠 栄榮 条條 真眞 慎愼 渕淵渊 桑桒 富冨 峰峯 村邨 館舘
  万萬 与與 礼禮 会會 芦蘆 薮藪籔 曽曾 鶴靏靍 鴎鷗 鉄鐵 遥遙 尭堯 亀龜 剣劍 来來 実實
  学學 円圓 児兒 桧檜 桝枡 麦麥 弥彌 梅楳 浅淺 渋澁澀 将將 増增 瀬瀨 頼賴 歩步 緑綠 横橫
  総總 蔵藏 薫薰 祢禰 満滿 豊豐 戸戶 彦彥 涼凉 凛凜 稲稻 経經 芸藝 覚覺 誉譽 譲讓 郷鄕
  青靑 清淸 静靜 巌巖 桟棧 単單 団團 厳嚴 昇曻 温溫 秋秌 船舩 灯燈 衛衞 莱萊 槙槇 砺礪
`
  .trim()
  .split(/\s+/)

const FOLD: ReadonlyMap<string, string> = new Map(
  VARIANTS.flatMap((group) => {
    const [common = '', ...others] = group
    return others.map((other) => [other, common] as const)
  }),
)

const VARIANT = new RegExp(`[${[...FOLD.keys()].join('')}]`, 'gu')

const SELECTORS = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu
/** Spaces, middle dots and hyphens between name parts; never ー, which is part of a name. */
const GAPS = /[\s\u3000\u30fb\u00b7\-\u2010-\u2015\u2212]/g
const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g
const KANA_ONLY = /^[\u30a1-\u30fa\u30fc-\u30fe]+$/

/** Keys of one name. K0 is the name itself; `kk` is null without a reading. */
export interface NameKeys {
  readonly k0: string
  readonly k1: string
  readonly k2: string
  readonly kk: string | null
}

/** K1: NFKC without variation selectors, spaces, middle dots and hyphens, in lower case. */
export const plainKey = (name: string): string =>
  name.replace(SELECTORS, '').normalize('NFKC').replace(GAPS, '').toLowerCase()

const fold = (key: string): string => key.replace(VARIANT, (char) => FOLD.get(char) ?? char)

/** K2: K1 with variant kanji folded into the common form (渡邊 and 渡邉 → 渡辺). A hit on K2 alone must be shown as such. */
export const variantKey = (name: string): string => fold(plainKey(name))

/** KK: a reading as katakana without spaces, middle dots and ー; half-width and hiragana give the same key. */
export const kanaKey = (reading: string): string =>
  plainKey(reading)
    .replace(HIRAGANA, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0x60))
    .replace(/ー/g, '')

/** The keys of a stored name and reading. Recompute them after an update of this file; they are never stored or exported. */
export function nameKeys(name: string, kana: string | null): NameKeys {
  const k1 = plainKey(name)
  return { k0: name, k1, k2: fold(k1), kk: kana === null || kana === '' ? null : kanaKey(kana) }
}

/** What a search text is compared with. `kk` is null when the text is not kana, `code` keeps inner signs of a code. */
export interface QueryKeys {
  readonly code: string
  readonly k1: string
  readonly k2: string
  readonly kk: string | null
}

/**
 * Folds a search text the same way as the names. Throws LOOKS_LIKE_NUMBER for text with twelve digits in a row: a number
 * typed into the search box is not searched, logged or kept.
 */
export function foldQuery(text: string): QueryKeys {
  if (containsTwelveDigits(text)) throw new VaultError('LOOKS_LIKE_NUMBER')
  const reading = kanaKey(text)
  return {
    code: text.normalize('NFKC').trim().toLowerCase(),
    k1: plainKey(text),
    k2: variantKey(text),
    kk: KANA_ONLY.test(reading) ? reading : null,
  }
}
