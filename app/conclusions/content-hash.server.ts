import { sha256 } from '#app/http/sha256.ts'
import type { Conclusion, ConclusionTask } from '#db/queries/conclusions.ts'
import { signOffNames, wordingNames } from './conclusion-form.ts'

const picked = <T extends object>(of: T, names: readonly (keyof T)[]) => names.map((name) => of[name] ?? null)

/** Of the words of a draft. */
export const hashOfWording = (conclusion: Conclusion) => sha256(JSON.stringify(picked(conclusion, wordingNames)))

export const hashOfTask = (task: ConclusionTask) =>
  sha256(JSON.stringify([...picked(task, ['text', 'leadUnit', 'coordinatingUnits', 'dueOn', 'product', 'commitmentId']), task.issues.map(({ id }) => id)]))

/** SHA-256 over the whole of a notice as it stands: what its signer signs off. */
export const hashOfNotice = (conclusion: Conclusion, tasks: ConclusionTask[]) =>
  sha256(JSON.stringify([...picked(conclusion, wordingNames), ...tasks.map((task) => [task.number, hashOfTask(task)])]))

/** The same with number, date and signature: what is kept. */
export const hashOfIssued = (conclusion: Conclusion, tasks: ConclusionTask[]) =>
  sha256(JSON.stringify([hashOfNotice(conclusion, tasks), ...picked(conclusion, signOffNames)]))
