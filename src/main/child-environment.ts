/** Variables that a child may see: its language, its time zone, and what Windows needs to load a library. */
const PASSED = ['TZ', 'SystemRoot']

/**
 * The child's environment. Never empty: Electron takes `{}` for "inherit everything".
 */
export function childEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  const env: Record<string, string> = { LANG: 'C.UTF-8' }
  for (const name of PASSED) {
    const value = own[name]
    if (value !== undefined) env[name] = value
  }
  return env
}
