import { ConflictPanel, RefusedPanel } from '../_app.issues.$code/conflict.tsx'
import type { makeMove } from '../_app.issues.$code/make-move.server.ts'

type Result = Extract<Awaited<ReturnType<typeof makeMove>>, { data: unknown }>['data']

/** What stood in the way of the last try, beside what was typed. */
export function Standing({ result }: { result: Result | undefined }) {
  if (result?.conflict) return <ConflictPanel conflict={result.conflict} typed={result.values} move={result.move} />
  if (result?.refused) return <RefusedPanel refused={result.refused} typed={result.values} move={result.move} />
  return null
}
