/** Payment records (支払調書). No law orders the payer to keep a copy with the number, so all end with the last filing. */
import { type Rule, rule } from './rule.ts'

/** Documents about payees. */
export const PAYMENT_RULES: readonly Rule[] = [
  rule(
    {
      id: 'P01',
      task: 'payment-records',
      whose: ['payee'],
      formula: { kind: 'F5' },
      basis: '所得税法225条1項3号、所得税法施行規則84条',
      filingLine: 50000,
    },
    '報酬、料金、契約金及び賞金の支払調書',
    'Payment record: fees, charges, contract money and prizes',
  ),
  rule(
    {
      id: 'P02',
      task: 'payment-records',
      whose: ['payee'],
      formula: { kind: 'F5' },
      basis: '所得税法225条1項9号、所得税法施行規則90条',
      filingLine: 150000,
    },
    '不動産の使用料等の支払調書',
    'Payment record: rent of real estate',
  ),
  rule(
    {
      id: 'P03',
      task: 'payment-records',
      whose: ['payee'],
      formula: { kind: 'F5' },
      basis: '所得税法225条1項9号、所得税法施行規則90条',
      filingLine: 1000000,
    },
    '不動産等の譲受けの対価の支払調書',
    'Payment record: purchase of real estate',
  ),
  rule(
    {
      id: 'P04',
      task: 'payment-records',
      whose: ['payee'],
      formula: { kind: 'F5' },
      basis: '所得税法225条1項9号、所得税法施行規則90条',
      filingLine: 150000,
    },
    '不動産等の売買又は貸付けのあっせん手数料の支払調書',
    'Payment record: commission on real estate',
  ),
  rule(
    {
      id: 'P05',
      task: 'payment-records',
      whose: ['payee'],
      formula: { kind: 'F5' },
      basis: '所得税法225条1項2号、所得税法施行規則83条',
    },
    '配当、剰余金の分配等の支払調書',
    'Payment record: dividends',
  ),
  rule(
    {
      id: 'P07',
      task: 'payment-records',
      whose: ['payee'],
      formula: { kind: 'F5' },
      basis: '所得税法225条1項1号、所得税法施行規則82条',
    },
    '利子等の支払調書',
    'Payment record: interest',
  ),
  rule(
    {
      id: 'P08',
      task: 'payment-records',
      whose: ['payee'],
      formula: { kind: 'F5' },
      basis: '所得税法225条1項3号、所得税法施行規則85条',
    },
    '匿名組合契約等の利益の分配の支払調書',
    'Payment record: profit of an undisclosed association',
  ),
]
