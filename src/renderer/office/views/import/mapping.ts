import type { Field, Mapping } from '../../../../shared/model.ts'

/** The order in which the fields are asked for; the needed ones first. */
export const FIELD_ORDER = [
  'code',
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
  'birth',
  'joined',
  'left',
  'number',
] as const satisfies readonly Field[]

/** A mapping with one field set to a column, or taken out for null. */
export function withColumn(mapping: Mapping, field: Field, column: number | null): Mapping {
  const { [field]: _, ...rest } = mapping
  return column === null ? rest : { ...rest, [field]: column }
}

/** Code and a name are needed to know who is meant. */
export const hasNeeded = (mapping: Mapping): boolean =>
  mapping.code !== undefined && (mapping.name !== undefined || mapping.familyName !== undefined)

/** The first column that two fields claim, or null. */
export function sharedColumn(mapping: Mapping): number | null {
  const seen = new Set<number>()
  for (const column of Object.values(mapping)) {
    if (seen.has(column)) return column
    seen.add(column)
  }
  return null
}
