import { BadEnvironment } from '#app/http/env.ts'

/** Runs a command; a mistake of the operator ends in a sentence, a mistake of ours in its stack. */
export async function orExplain(command: () => Promise<unknown>): Promise<void> {
  try {
    await command()
  } catch (error) {
    const said = error instanceof BadEnvironment ? error.message : error instanceof Error ? error.stack : String(error)
    console.error(said)
    process.exit(1)
  }
}
