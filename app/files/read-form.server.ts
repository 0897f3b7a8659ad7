import type { Actor } from '#app/access/actor.ts'
import { readForm } from '#app/http/form.server.ts'
import { isMultipart, readMultipart, type Part } from '#app/http/multipart.server.ts'
import type { Message } from '#app/i18n/message.ts'
import type { Db } from '#db/client.ts'
import { waitingFilesOf, type FileLine } from '#db/queries/files.ts'
import { isTaken, mostFiles, mostMegabytes, nameAsGiven } from '#workflows/files/kinds.ts'
import { discardUploads, keepUpload } from './keep-upload.server.ts'
import { notTaken, receiveFile } from './receive-file.server.ts'

/** What was sent: the fields, the files that came in whole, and what was wrong with the first that did not. */
export type Sent = { form: FormData; uploads: FileLine[]; wrong: Message | undefined }

/** `issueId` is the issue whose form it is; without `store` files are let pass and not kept. */
type Reader = { by: Actor; issueId: number | null; store?: boolean }

/** As many as ten forms may leave behind before the sweep comes. */
const mostWaiting = 10 * mostFiles

/**
 * A form that may carry files in its field `upload`, each written to the disk while it comes, so that memory does not grow
 * with it. A file that is not taken is no reason to lose the rest: it is told in `wrong`. What breaks off leaves nothing.
 */
export async function readFormWithFiles(db: Db, request: Request, { by, issueId, store = true }: Reader): Promise<Sent> {
  if (!isMultipart(request)) return { form: await readForm(request), uploads: [], wrong: undefined }
  const uploads: FileLine[] = []
  let [seen, wrong]: [number, Message | undefined] = [0, undefined]
  const onFile = async ({ field, name: raw, stream }: Part) => {
    if (field !== 'upload' || !store) return
    const name = nameAsGiven(raw)
    seen += 1
    const refused = seen > mostFiles ? tooMany : isTaken(name) ? await crowded(db, by) : notTaken(name)
    if (refused) return void (wrong ??= refused)
    const received = await receiveFile(stream, name)
    if ('wrong' in received) wrong ??= received.wrong
    else uploads.push(await keepUpload(db, received, { by, issueId }))
  }
  try {
    return { form: await readMultipart(request, { megabytes: mostMegabytes, onFile }), uploads, wrong }
  } catch (error) {
    await discardUploads(db, uploads.map(({ id }) => id))
    throw error
  }
}

export const tooMany: Message = { key: 'files:tooMany', params: { max: mostFiles } }

const crowded = async (db: Db, by: Actor): Promise<Message | undefined> =>
  (await waitingFilesOf(db, by.personId)) >= mostWaiting ? { key: 'files:waiting' } : undefined
