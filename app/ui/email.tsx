/** An address that, where it must be broken, breaks before its @. */
export function Email({ of }: { of: string }) {
  const at = of.lastIndexOf('@')
  return at < 1 ? of : <>{of.slice(0, at)}<wbr />{of.slice(at)}</>
}
