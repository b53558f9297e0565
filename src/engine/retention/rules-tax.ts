/** Tax documents about employees and their families. Row ids are the product's own and stand in bases, logs and commands. */
import { type Rule, rule } from './rule.ts'

/** Documents with numbers only: insurance, basic and housing-loan deduction forms have carried none since 2016. */
export const TAX_RULES: readonly Rule[] = [
  rule(
    {
      id: 'T01',
      task: 'withholding',
      whose: ['employee', 'spouse', 'dependent'],
      formula: { kind: 'F1' },
      basis: '所得税法194条、所得税法施行規則73条・76条の3',
    },
    '給与所得者の扶養控除等（異動）申告書',
    'Application for exemption for dependents (and changes)',
  ),
  rule(
    {
      id: 'T02',
      task: 'withholding',
      whose: ['employee', 'spouse', 'dependent'],
      formula: { kind: 'F1' },
      basis: '地方税法施行規則2条の3の2第2項・2条の3の3',
    },
    '給与所得者の扶養親族等申告書（住民税）',
    'Application for dependents, local tax part (also under 16)',
  ),
  rule(
    {
      id: 'T03',
      task: 'withholding',
      whose: ['employee', 'spouse', 'dependent'],
      formula: { kind: 'F1' },
      basis: '所得税法195条、所得税法施行規則76条の3ただし書',
    },
    '従たる給与についての扶養控除等申告書',
    'Application for exemption for a secondary salary (counted from receipt)',
  ),
  rule(
    {
      id: 'T04',
      task: 'withholding',
      whose: ['spouse'],
      formula: { kind: 'F1' },
      basis: '所得税法195条の2、所得税法施行規則74条の3・76条の3',
    },
    '給与所得者の配偶者控除等申告書',
    'Application for deduction for a spouse',
  ),
  rule(
    {
      id: 'T05',
      task: 'withholding',
      whose: ['dependent'],
      formula: { kind: 'F1' },
      basis: '所得税法195条の3、所得税法施行規則74条の5・76条の3',
    },
    '給与所得者の特定親族特別控除申告書',
    'Application for special deduction for specified relatives',
  ),
  rule(
    {
      id: 'T06',
      task: 'withholding',
      whose: ['spouse', 'dependent'],
      formula: { kind: 'F1' },
      basis: '租税特別措置法施行規則18条の23の8',
    },
    '所得金額調整控除申告書',
    'Application for adjustment of income',
  ),
  rule(
    {
      id: 'T09',
      task: 'retirement',
      whose: ['employee'],
      formula: { kind: 'F1' },
      basis: '所得税法203条、所得税法施行規則77条6項、地方税法施行規則2条の4',
    },
    '退職所得の受給に関する申告書',
    'Application on receipt of retirement income',
  ),
  rule(
    {
      id: 'T10',
      task: 'withholding',
      whose: ['employee', 'spouse', 'dependent'],
      formula: { kind: 'F6' },
      basis: '所得税法198条4項、所得税法施行規則76条の2第5項・6項',
    },
    '個人番号を記載した帳簿',
    'Ledger of numbers that lets forms leave them out',
  ),
  rule(
    {
      id: 'T11',
      task: 'withholding',
      whose: ['employee', 'spouse', 'dependent'],
      formula: { kind: 'F4', years: 3 },
      basis: '所得税法施行規則76条の2第7項～9項',
    },
    '帳簿の氏名・住所・個人番号の変更届出書',
    'Notice of a changed name, address or number for the ledger',
  ),
  rule(
    {
      id: 'T12',
      task: 'withholding',
      whose: ['employee', 'spouse', 'dependent'],
      formula: { kind: 'F5' },
      basis: '所得税法226条1項、所得税法施行規則93条、地方税法317条の6',
    },
    '給与所得の源泉徴収票・給与支払報告書',
    'Wage statement for the tax office and the municipality',
  ),
  rule(
    {
      id: 'T13',
      task: 'retirement',
      whose: ['employee'],
      formula: { kind: 'F5' },
      basis: '所得税法226条2項、所得税法施行規則94条',
    },
    '退職所得の源泉徴収票・特別徴収票',
    'Retirement income statement',
  ),
  rule(
    {
      id: 'T14',
      task: 'withholding',
      whose: ['employee'],
      formula: { kind: 'F5' },
      basis: '地方税法',
    },
    '給与所得者異動届出書',
    'Notice of a change of employment for local tax',
  ),
  rule(
    {
      id: 'T16',
      task: 'savings',
      whose: ['employee'],
      formula: { kind: 'F4', years: 5 },
      basis: '租税特別措置法施行規則3条の6第9項・10項、3条の15',
    },
    '財形住宅・年金貯蓄の申告書',
    'Applications for housing and pension savings',
  ),
  rule(
    {
      id: 'T17',
      task: 'savings',
      whose: ['employee'],
      formula: { kind: 'F4', years: 5 },
      basis: '租税特別措置法29条の2、租税特別措置法施行規則11条の3',
    },
    '税制適格ストックオプションの行使書面',
    'Exercise document of a qualified stock option',
  ),
]
