import { readFileSync } from 'node:fs'
import { numberOf } from './numbers.ts'
import { enter, idOf, importPeople, leave, takeOver } from './office.ts'

/**
 * A process that works on an office until it is killed: each finished act is told to the parent, who compares afterwards with
 * what is on the disk. Arguments: the file of `handOver`, and a number that makes this run's codes its own.
 */
const [file = '', run = '0'] = process.argv.slice(2)
const office = takeOver(readFileSync(file))
const told = (act: string): Promise<void> =>
  new Promise((resolve) => process.send?.(act, undefined, undefined, () => resolve()))

await office.unlock()
for (let i = 0; ; i++) {
  const code = `${run}-${i}`
  const seed = Number(run) * 1000 + i
  await importPeople(
    office,
    [0, 1, 2].map((n) => ({ code: `${code}-${n}`, number: numberOf(seed * 10 + n), joined: '2015-04-01' })),
    `${code}.csv`,
  )
  await told(`import ${code}`)
  await enter(office, `${code}-0`, numberOf(seed * 10 + 5), true)
  await told(`replace ${code}`)
  await leave(office, `${code}-1`, '2024-03-31')
  await told(`leave ${code}`)
  const { id } = await office.call('purge.propose', {
    company: office.company,
    people: [await idOf(office, `${code}-1`)],
    reason: '期限',
  })
  await told(`propose ${code}`)
  await office.call('purge.confirm', { company: office.company, proposal: id, soleReason: '一人' })
  await told(`purge ${code}`)
}
