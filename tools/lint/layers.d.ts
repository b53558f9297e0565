/** Returns why the file `from` (posix path in the project) may not import `spec`, or null when it may. */
export declare function refusal(from: string, spec: string): string | null
