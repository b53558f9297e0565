import { systemRandom } from '../../crypto/canonical.ts'
import { boxPair, type NumberPk, type NumberSk, sealTo } from '../../crypto/keys.ts'
import type { JobParams, JobResult } from '../../shared/jobs.ts'

/**
 * Makes a company's page key and number key pair. The private half leaves this process only sealed: to each viewer's
 * verification key and to the recovery kit.
 */
export function makeCompanyKeys(params: JobParams<'company.keys'>): JobResult<'company.keys'> {
  const companyKey = systemRandom(32)
  const pair = boxPair<NumberPk, NumberSk>()
  return {
    companyKey,
    companyWraps: [
      ...params.sessionHolders.map(({ user, pk }) => ({ holder: user, sealed: sealTo(companyKey, pk) })),
      { holder: 'kit' as const, sealed: sealTo(companyKey, params.kitPk) },
    ],
    nPub: pair.pk,
    numberWraps: [
      ...params.verifyHolders.map(({ user, pk }) => ({ holder: user, sealed: sealTo(pair.sk, pk) })),
      { holder: 'kit' as const, sealed: sealTo(pair.sk, params.kitPk) },
    ],
  }
}
