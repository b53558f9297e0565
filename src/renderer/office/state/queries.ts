import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MethodName, Params, Result } from '../../../shared/api.ts'
import { VaultError } from '../../../shared/errors.ts'
import { engine } from '../../engine.ts'

/** `networkMode: 'always'`: the library would otherwise hold every call back on a machine without a network. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** Anything thrown as the error that can be shown. */
export const asVaultError = (thrown: unknown): VaultError =>
  thrown instanceof VaultError ? thrown : new VaultError('UNEXPECTED')

/** Reads from the engine; fetched again when the engine says that something changed. */
export function useEngineQuery<M extends MethodName>(
  name: M,
  params: Params<M>,
  options: { readonly enabled?: boolean } = {},
) {
  return useQuery<Result<M>>({
    queryKey: [name, params],
    queryFn: () => engine.call(name, params),
    enabled: options.enabled ?? true,
  })
}

/** Asks the engine to do something; afterwards everything shown is read again. */
export function useEngineCall<M extends MethodName>(name: M) {
  const client = useQueryClient()
  return useMutation<Result<M>, Error, Params<M>>({
    mutationFn: (params) => engine.call(name, params),
    onSettled: () => client.invalidateQueries(),
  })
}
