interface Rules {
  readonly createHTML: (text: string) => string
}

declare global {
  /** Not in TypeScript's DOM library yet; Chromium has it. */
  var trustedTypes: { createPolicy(name: string, rules: Rules): unknown } | undefined
}

/**
 * The page's only trusted-types policy: text may pass where a library sets `innerHTML`, markup may not. The content
 * security policy names it `default`.
 */
export function refuseMarkup(scope: Pick<typeof globalThis, 'trustedTypes'>): void {
  scope.trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('markup refused')
      return text
    },
  })
}
