import { useCallback, useEffect, useState } from 'react'

/**
 * What a page shows, asked for again every few seconds while it is looked at, and whenever the caller says so. A network
 * that is gone leaves what stands; the router's own way of asking again would put an error in its place.
 */
export function useFresh<T>(loaded: T, address: string, everyMs: number): [T, () => void] {
  const [fresh, setFresh] = useState<{ of: T; value: T }>()
  const ask = useCallback(() => {
    fetch(address, { redirect: 'error' })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((value: T) => setFresh({ of: loaded, value }), () => {})
  }, [address, loaded])
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && ask(), everyMs)
    return () => clearInterval(timer)
  }, [ask, everyMs])
  return [fresh?.of === loaded ? fresh.value : loaded, ask]
}
