/** A statement carries at most 65,535 parameters: long lists are written piece by piece, in order. */
export async function inChunks<T, R>(rows: readonly T[], size: number, work: (chunk: T[]) => Promise<R[]>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < rows.length; from += size) results.push(...(await work(rows.slice(from, from + size))))
  return results
}
