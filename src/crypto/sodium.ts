import sodium from 'libsodium-wrappers-sumo'

/**
 * The only importer of libsodium. Awaited once at load: every module above may call it synchronously.
 * `crypto_pwhash` is in the sumo build only, and the type declarations promise it either way, so it is checked here.
 */
await sodium.ready
if (typeof sodium.crypto_pwhash !== 'function') throw new Error('libsodium without crypto_pwhash')

export { sodium }
