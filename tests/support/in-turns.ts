/** Does the work for every item, some at a time, and returns all that it found. */
export async function inTurns<T, R>(items: T[], atOnce: number, work: (item: T, at: number) => Promise<R[]>): Promise<R[]> {
  const found: R[] = []
  const todo = items.entries()
  const lane = async () => {
    for (const [at, item] of todo) found.push(...(await work(item, at)))
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return found
}
