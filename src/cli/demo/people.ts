import { addDays, eraYear, fromIso, toIso } from '../../shared/dates.ts'
import { checkDigit } from '../../shared/my-number.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts'
import { type Dice, pick, seededDice } from './random.ts'

/** A made-up employee as a line of a payroll export. */
export interface MadeUpPerson {
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly birth: string
  readonly joined: string
  readonly left: string
  readonly number: string
}

const HEADINGS = ['社員番号', '氏名', 'フリガナ', '生年月日', '入社年月日', '退職年月日', '個人番号'] as const

/**
 * A made-up number whose check digit fits. It begins with 9 and is drawn by dice: there is no range set aside for samples,
 * so it may be somebody's by chance, which is one reason to keep training offices apart from real ones.
 */
function madeUpNumber(dice: Dice, used: Set<string>): string {
  for (;;) {
    const body = Uint8Array.from({ length: 11 }, (_, index) => 0x30 + (index === 0 ? 9 : dice(10)))
    const number = `${new TextDecoder().decode(body)}${checkDigit(body)}`
    if (used.has(number)) continue
    used.add(number)
    return number
  }
}

/** The number with a wrong check digit, as a typing error leaves it. */
const withError = (number: string): string =>
  number.slice(0, 11) + String((Number(number.slice(11)) + 1) % 10)

const grouped = (number: string): string => number.replace(/^(.{4})(.{4})/, '$1 $2 ')

/** Half the dates in the era form, as payroll products write them. */
function written(dice: Dice, iso: string): string {
  const { year, month, day } = fromIso(iso)
  const era = eraYear(iso)
  return dice(2) === 0 && era !== null ? `${era}${month}月${day}日` : `${year}/${month}/${day}`
}

const dayOf = (dice: Dice, year: number): string => toIso({ year, month: 1 + dice(12), day: 1 + dice(28) })

/**
 * Made-up employees of a company on a day, the same for one seed: about one in ten has left, most of those so long ago that
 * the number is due; one in twenty has no number yet; some numbers are grouped; one has a typing error.
 */
export function madeUpPeople(count: number, today: string, seed = 20_261_122): MadeUpPerson[] {
  const dice = seededDice(seed)
  const used = new Set<string>()
  const year = fromIso(today).year
  return Array.from({ length: count }, (_, index) => {
    const [family, familyKana] = pick(dice, FAMILY_NAMES)
    const [given, givenKana] = pick(dice, GIVEN_NAMES)
    const hasLeft = index % 10 === 4
    // who has left was there before: old enough to have joined well before the earliest day of leaving
    const birth = dayOf(dice, year - (hasLeft ? 30 : 22) - dice(30))
    const ageAtJoining = 18 + dice(4)
    const joined = addDays(birth, Math.round(ageAtJoining * 365.25))
    const number = madeUpNumber(dice, used)
    const shape = dice(20)
    return {
      code: String(index + 1).padStart(4, '0'),
      name: `${family}　${given}`,
      kana: `${familyKana}　${givenKana}`,
      birth: written(dice, birth),
      joined: written(dice, joined),
      left: hasLeft ? written(dice, dayOf(dice, year - 1 - (index % 3))) : '',
      number: index === 7 ? withError(number) : shape === 0 ? '' : shape < 6 ? grouped(number) : number,
    }
  })
}

const LINE_END = '\r\n'

/** The lines of a payroll export: UTF-8 with a byte order mark, as spreadsheets read it. */
export function payrollCsv(people: readonly MadeUpPerson[]): string {
  const rows = people.map((p) => [p.code, p.name, p.kana, p.birth, p.joined, p.left, p.number].join(','))
  return `\uFEFF${[HEADINGS.join(','), ...rows].join(LINE_END)}${LINE_END}`
}
