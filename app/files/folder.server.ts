import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Beside the packaged database. Several processes, or machines, that serve one installation share it. */
export const filesFolder = () => resolve(process.env.DATA_DIR || '.data', 'files')
export const incomingFolder = () => join(filesFolder(), 'incoming')

/** A thousand to a folder at most where there are a quarter of a million. */
export const placeOf = (storage: string) => join(filesFolder(), storage.slice(0, 2), storage)

/** From where it was received to its place, for good: a new name survives a power cut only once its folder is written. */
export async function settle(storage: string): Promise<void> {
  const folder = dirname(placeOf(storage))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(join(incomingFolder(), storage), placeOf(storage))
  const handle = await open(folder)
  await handle.sync().catch(() => {})
  await handle.close()
}

export async function removeBytes(storage: string): Promise<void> {
  await rm(placeOf(storage), { force: true })
  await rm(join(incomingFolder(), storage), { force: true })
}
