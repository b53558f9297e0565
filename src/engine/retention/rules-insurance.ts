/**
 * Employment insurance (four years for documents about insured persons, 雇用保険法施行規則143条), health insurance and pension
 * (two years, 健康保険法施行規則34条 and 厚生年金保険法施行規則28条).
 */
import { type Rule, rule } from './rule.ts'

/**
 * Documents of social insurance. For H04 the national pension rules name no period for the employer; two years, as for the
 * dependents' notice that it is combined with, is this product's reading.
 */
export const INSURANCE_RULES: readonly Rule[] = [
  rule(
    {
      id: 'E01',
      task: 'employment-insurance',
      whose: ['employee'],
      formula: { kind: 'F3', years: 4 },
      basis: '雇用保険法7条、雇用保険法施行規則6条・143条',
    },
    '雇用保険被保険者資格取得届',
    'Notice of acquisition, employment insurance',
  ),
  rule(
    {
      id: 'E02',
      task: 'employment-insurance',
      whose: ['employee'],
      formula: { kind: 'F3', years: 4 },
      basis: '雇用保険法施行規則7条・143条',
    },
    '雇用保険被保険者資格喪失届',
    'Notice of loss, employment insurance',
  ),
  rule(
    {
      id: 'E03',
      task: 'employment-insurance',
      whose: ['employee'],
      formula: { kind: 'F3', years: 4 },
      basis: '雇用保険法施行規則14条・附則1条の3・143条',
    },
    '雇用保険 個人番号登録・変更届',
    'Registration or change of the number, employment insurance',
  ),
  rule(
    {
      id: 'E04',
      task: 'employment-insurance',
      whose: ['employee'],
      formula: { kind: 'F3', years: 4 },
      basis: '雇用保険法施行規則101条の5・101条の7・143条',
    },
    '高年齢雇用継続給付の受給資格確認票・支給申請書',
    'Claims for continued employment of older workers',
  ),
  rule(
    {
      id: 'E05',
      task: 'employment-insurance',
      whose: ['employee'],
      formula: { kind: 'F3', years: 4 },
      basis: '雇用保険法施行規則101条の30・101条の33・101条の42・101条の48・143条',
    },
    '育児休業等給付の支給申請書',
    'Claims for child-care leave benefits',
  ),
  rule(
    {
      id: 'E06',
      task: 'employment-insurance',
      whose: ['employee', 'care-recipient'],
      formula: { kind: 'F3', years: 4 },
      basis: '雇用保険法施行規則101条の19・143条',
    },
    '介護休業給付金支給申請書',
    'Claim for care leave benefit',
  ),
  rule(
    {
      id: 'H01',
      task: 'health-pension',
      whose: ['employee'],
      formula: { kind: 'F3', years: 2 },
      basis: '健康保険法施行規則24条・34条、厚生年金保険法施行規則15条・28条',
    },
    '健康保険・厚生年金保険 被保険者資格取得届',
    'Notice of acquisition, health insurance and pension',
  ),
  rule(
    {
      id: 'H02',
      task: 'health-pension',
      whose: ['employee'],
      formula: { kind: 'F3', years: 2 },
      basis: '健康保険法施行規則29条・34条、厚生年金保険法施行規則22条・28条',
    },
    '健康保険・厚生年金保険 被保険者資格喪失届',
    'Notice of loss, health insurance and pension',
  ),
  rule(
    {
      id: 'H03',
      task: 'health-pension',
      whose: ['dependent', 'spouse'],
      formula: { kind: 'F3', years: 2 },
      basis: '健康保険法施行規則38条・34条',
    },
    '健康保険 被扶養者（異動）届',
    'Notice of dependents, health insurance',
  ),
  rule(
    {
      id: 'H04',
      task: 'category-3',
      whose: ['spouse', 'employee'],
      formula: { kind: 'F3', years: 2 },
      basis: '国民年金法12条5項・6項・8項、国民年金法施行規則1条の4第2項・3条2項・4条2項',
    },
    '国民年金第3号被保険者関係届',
    'Notice about a category 3 insured spouse',
  ),
  rule(
    {
      id: 'H05',
      task: 'health-pension',
      whose: ['employee'],
      formula: { kind: 'F3', years: 2 },
      basis: '健康保険法施行規則27条の2・35条の2・34条、厚生年金保険法施行規則6条の3・21条の4・28条',
    },
    '個人番号登録・変更届（健康保険・厚生年金）',
    'Registration or change of the number, health insurance and pension',
  ),
  rule(
    {
      id: 'H06',
      task: 'health-pension',
      whose: ['employee'],
      formula: { kind: 'F3', years: 2 },
      basis: '健康保険法施行規則28条・28条の2・34条、厚生年金保険法施行規則21条・21条の2・28条',
    },
    '被保険者氏名・住所変更届',
    'Notice of a changed name or address',
  ),
  rule(
    {
      id: 'H07',
      task: 'health-pension',
      whose: ['employee'],
      formula: { kind: 'F3', years: 2 },
      basis: '健康保険法施行規則135条・135条の2・34条、厚生年金保険法施行規則10条・25条の2・28条',
    },
    '産前産後・育児休業等取得者申出書',
    'Notice of maternity or child-care leave',
  ),
  rule(
    {
      id: 'H09',
      task: 'health-pension',
      whose: ['employee'],
      formula: { kind: 'F3', years: 2 },
      basis: '健康保険法施行規則37条・34条、厚生年金保険法施行規則1条・2条・28条',
    },
    '二以上事業所勤務届',
    'Notice of work at two or more workplaces',
  ),
]
