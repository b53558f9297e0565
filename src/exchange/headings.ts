/**
 * Which column of a payroll file holds what, guessed from its headings. Products share no schema, so this is only a first
 * proposal; the user corrects it.
 */
import { FIELDS, type Field, type Mapping } from '../shared/model.ts'

/** Headings seen in Japanese payroll products, in the form that `normaliseHeading` gives. */
const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
  code: [
    '社員番号',
    '従業員番号',
    '従業員コード',
    '社員コード',
    '社員no',
    '社員no.',
    '従業員no',
    '従業員no.',
    'スタッフno',
    'スタッフコード',
    'スタッフ番号',
    '受給者番号',
    '従業員id',
    '社員id',
    'employee_code',
    'employeecode',
    'employeeid',
    'employeeno',
    'code',
  ],
  name: [
    '氏名',
    '従業員名',
    '社員名',
    '従業員氏名',
    '社員氏名',
    '氏名漢字',
    '姓名',
    '本名',
    'スタッフ名',
    'name',
    'fullname',
  ],
  familyName: [
    '姓',
    '氏',
    '苗字',
    '名字',
    '姓漢字',
    '氏名姓',
    '従業員姓',
    'lastname',
    'familyname',
    'last_name',
  ],
  givenName: ['名', '名漢字', '氏名名', '従業員名前', 'firstname', 'givenname', 'first_name'],
  kana: [
    'フリガナ',
    'ふりがな',
    'カナ',
    'カナ氏名',
    '氏名カナ',
    '氏名フリガナ',
    '氏名ふりがな',
    '氏名かな',
    'カナ名',
    '姓名カナ',
    '姓名フリガナ',
    '従業員名フリガナ',
    '従業員名カナ',
    '社員名カナ',
    '社員名フリガナ',
    'kana',
    'namekana',
  ],
  familyKana: [
    'セイ',
    '姓カナ',
    '姓フリガナ',
    '姓ふりがな',
    'カナ姓',
    '苗字カナ',
    '氏カナ',
    'フリガナセイ',
    'フリガナ姓',
  ],
  givenKana: [
    'メイ',
    '名フリガナ',
    '名ふりがな',
    '名前カナ',
    '名前フリガナ',
    '名カナ',
    'フリガナメイ',
    'フリガナ名',
  ],
  birth: [
    '生年月日',
    '誕生日',
    '誕生年月日',
    '生年月日西暦',
    '生年月日和暦',
    'birthday',
    'birthdate',
    'dateofbirth',
  ],
  joined: [
    '入社日',
    '入社年月日',
    '雇入年月日',
    '雇入日',
    '雇用年月日',
    '採用日',
    '採用年月日',
    '入職日',
    'joined',
    'hiredate',
  ],
  left: ['退職日', '退社日', '退職年月日', '退社年月日', '離職年月日', '離職日', 'left', 'leavingdate'],
  number: [
    '個人番号',
    'マイナンバー',
    'マイナンバー個人番号',
    '個人番号マイナンバー',
    '本人個人番号',
    '本人マイナンバー',
    'mynumber',
    '番号12桁',
    '個人番号12桁',
    'マイナンバー12桁',
  ],
}

/** 名前 is a given name beside 苗字 and a whole name alone. */
const EITHER_NAME = '名前'

/** Remarks in brackets that do not change what a column is. Any other remark does: マイナンバー（配偶者） is not the employee's. */
const REMARKS =
  /[(（【［[](?:必須|任意|漢字|全角|半角|半角数字|数字|西暦|和暦|本人|yyyy[/-]?mm[/-]?dd)[)）】］\]]/g

/** The form headings are compared in: NFKC, lower case, harmless remarks, brackets, spaces and marks dropped. */
export function normaliseHeading(heading: string): string {
  const plain = heading.normalize('NFKC').toLowerCase()
  return plain.replace(REMARKS, '').replace(/[\s()[\]{}「」『』【】〔〕<>"'*※:・]/g, '')
}

export interface HeadingGuess {
  readonly mapping: Mapping
  /** Fields that two or more columns claim: not guessed, the user chooses. Column indexes count from 0. */
  readonly ambiguous: readonly { readonly field: Field; readonly columns: readonly number[] }[]
}

/**
 * Proposes a column for each field by exact comparison with the synonyms. A whole name, or a whole reading, wins over its
 * split parts. Never throws; fields that no heading names are absent.
 */
export function guessMapping(headings: readonly string[]): HeadingGuess {
  const plain = headings.map(normaliseHeading)
  const hasFamily = plain.some((heading) => SYNONYMS.familyName.includes(heading))
  const claims = (field: Field, column: number): boolean => {
    const heading = plain[column] ?? ''
    if (heading === EITHER_NAME) return field === (hasFamily ? 'givenName' : 'name')
    return SYNONYMS[field].includes(heading)
  }

  const mapping: Mapping = {}
  const ambiguous: { field: Field; columns: number[] }[] = []
  for (const field of FIELDS) {
    const columns = plain.flatMap((_, column) => (claims(field, column) ? [column] : []))
    const [only] = columns
    if (columns.length > 1) ambiguous.push({ field, columns })
    else if (only !== undefined) mapping[field] = only
  }
  if (mapping.name !== undefined) {
    delete mapping.familyName
    delete mapping.givenName
  }
  if (mapping.kana !== undefined) {
    delete mapping.familyKana
    delete mapping.givenKana
  }
  return { mapping, ambiguous }
}
