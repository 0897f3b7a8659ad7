import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { cardOf } from '#app/files/file-card.server.ts'
import { filesForForm } from '#app/files/files-for-form.server.ts'
import { discardUploads } from '#app/files/keep-upload.server.ts'
import { readFormWithFiles, type Sent as SentForm } from '#app/files/read-form.server.ts'
import { Conflict, Invalid, NotFound, Refused } from '#app/http/errors.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { once } from '#app/http/once.server.ts'
import type { Language } from '#app/i18n/instance.ts'
import { nothingSeen } from '#app/issues/bind-approval.server.ts'
import { insertTemplate } from '#app/issues/insert-template.server.ts'
import { moveFields, type MoveField } from '#app/issues/move-fields.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { requireDraftSeen, saveDraft, seenIn } from '#app/issues/save-draft.server.ts'
import type { Db } from '#db/client.ts'
import type { FileLine } from '#db/queries/files.ts'
import { issueIdOf } from '#db/queries/issue-position.ts'
import { isMoveName, moveSchemas, type MoveInput, type MoveName } from '#workflows/resolution/moves.ts'
import { explainConflict } from './explain-conflict.server.ts'

type Values = Record<string, string | string[]>
type Request = { code: string; form: FormData; actor: Actor; language: Language; returnTo?: string | null } & Partial<Omit<SentForm, 'form'>>
type Sent = { id: number; move: MoveName; version: number; draft: boolean; seen: ReturnType<typeof seenIn>; uploads: FileLine[]; key: string | undefined; input: Record<string, unknown> }

/** The form of a move as it was sent; files are kept only for an issue that the person sees. */
export async function readMove(db: Db, request: globalThis.Request, code: string, by: Actor): Promise<SentForm> {
  const issueId = (await issueIdOf(db, code, by)) ?? null
  return readFormWithFiles(db, request, { by, issueId, store: issueId !== null })
}

/** What the page's form asks for, done once; whatever stands in the way comes back with all that was typed. */
export async function makeMove(db: Db, { code, form, uploads = [], wrong, actor, language, returnTo }: Request) {
  const { move, version, draft, template } = envelope(form)
  const seen = seenIn(form)
  const values = typed(form, move)
  const id = await issueIdOf(db, code, actor)
  if (id === undefined) throw new NotFound({ key: 'moves:refused.gone' }, { typed: values })
  const attached = (await filesForForm(db, { form, uploads, issueId: id, by: actor })).map(cardOf)
  const shown = { move, seen: seen.seen, attached, inserted: undefined, refused: undefined, conflict: undefined }
  try {
    if (template !== undefined) {
      const text = await insertTemplate(db, { id, template, text: String(values.text ?? ''), actor })
      if (text === undefined) return withShown(shown, invalidForm({ errors: { template: { key: 'common:invalid.choose' } }, values }))
      return data({ ...shown, errors: {}, values: { ...values, text }, inserted: `${template} ${text.length}` })
    }
    const parsed = await parseForm(form, moveSchemas[move])
    if (!parsed.ok) return withShown(shown, invalidForm(parsed))
    if (wrong) return withShown(shown, invalidForm({ errors: { upload: wrong }, values }))
    await act(db, actor, { id, move, version, draft, seen, uploads, key: parsed.idempotencyKey, input: parsed.data })
  } catch (error) {
    if (error instanceof Invalid) return withShown(shown, invalidForm({ errors: error.fields, values }))
    if (error instanceof NotFound) throw new NotFound({ key: 'moves:refused.gone' }, { typed: values })
    if (error instanceof Refused) return data({ ...shown, errors: {}, values, refused: error.reason }, 409)
    if (!(error instanceof Conflict)) throw error
    const detail = { ...error.detail, sha256: form.get('sha256') }
    const conflict = await explainConflict(db, { id, move, version, actor, language, detail })
    if (!conflict) throw new NotFound({ key: 'moves:refused.gone' }, { typed: values })
    return data({ ...shown, errors: {}, values, conflict }, 409)
  }
  if (draft) return redirect(`/issues/${code}?move=submitAnswer&done=draft`, 303)
  if (ownPath(returnTo, '')) return redirect(backTo(ownPath(returnTo), move, code), 303)
  const seenStill = await issueIdOf(db, code, actor)
  return redirect(seenStill === undefined ? `/work?done=${move}&code=${code}` : `/issues/${code}?done=${move}`, 303)
}

/** The list somebody works through, which says what was done with the one they came from. */
function backTo(path: string, move: MoveName, code: string) {
  const { pathname, searchParams } = new URL(path, 'http://self.invalid')
  searchParams.set('done', move)
  searchParams.set('code', code)
  return `${pathname}?${searchParams}`
}

async function act(db: Db, actor: Actor, { id, move, version, draft, seen, uploads, key, input }: Sent) {
  // the same form sent again brings the same files under other numbers
  const sent = uploads.map(({ name, sha256 }) => `${sha256} ${name}`)
  const files = [...((input.files as { id: number }[] | undefined) ?? []), ...uploads]
  await once(db, { personId: actor.personId, key, body: { id, move, version, draft, input, ...(sent.length > 0 && { sent }) } }, async (tx) => {
    if (draft) return saveDraft(tx, { id, text: String(input.text), ...seen, files: files.map((file) => file.id), by: actor })
    if (move === 'submitAnswer') await requireDraftSeen(tx, id, seen.seen, [seen.tried, String(input.text)])
    const bound = move === 'approve' ? { sha256: nothingSeen, ...defined(input) } : { ...input, ...(takesFiles(move) && { files }) }
    await moveIssue(tx, { id, version, by: actor, move: { type: move, ...bound } as MoveInput })
  })
  await discardUploads(db, uploads.map((file) => file.id))
}

const takesFiles = (move: MoveName) => moveFields[move].some(({ kind }: MoveField) => kind === 'files')

function envelope(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const move = text('move')
  const version = Number(text('version'))
  if (!isMoveName(move) || !Number.isInteger(version) || version < 0 || version > 2 ** 31 - 1) {
    throw new Invalid({}, { key: 'common:errors.badRequest' })
  }
  const [answering, intent] = [move === 'submitAnswer', text('intent')]
  return { move, version, draft: answering && intent === 'draft', template: answering && intent === 'template' ? text('template') : undefined }
}

/** The fields as typed, to be shown again. */
function typed(form: FormData, move: MoveName): Values {
  const entries = moveFields[move].filter((field: MoveField) => !field.unasked && field.kind !== 'files').map(({ name, kind }): [string, string | string[]] => {
    const sent = form.getAll(name).filter((value) => typeof value === 'string')
    return [name, kind === 'units' || kind === 'sentences' ? sent : (sent[0] ?? '')]
  })
  return Object.fromEntries(entries)
}

/** A field that was not sent must not stand in the way of what is said in its place. */
const defined = (input: Record<string, unknown>) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))

function withShown<S extends object>(shown: S, answer: ReturnType<typeof invalidForm>) {
  return { ...answer, data: { ...shown, ...answer.data } }
}
