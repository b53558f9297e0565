/** 31 January of the year after a day of leaving: the usual last filing, the payment report (地方税法317条の6). */
export const usualLastFiling = (leftOn: string): string => `${Number(leftOn.slice(0, 4)) + 1}/01/31`
