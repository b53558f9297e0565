/** One place to import dates from: arithmetic on ISO text, and the forms people write. */
export * from './civil-dates.ts'
export * from './japanese-dates.ts'
