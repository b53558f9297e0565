/** Whole numbers from 0 below a bound, the same every time for one seed. For made-up people only, never for keys. */
export type Dice = (below: number) => number

/** mulberry32: small, even enough for names and dates. */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** One entry of a list. */
export function pick<T>(dice: Dice, list: readonly [T, ...(readonly T[])]): T {
  return list[dice(list.length)] ?? list[0]
}
