import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { Conflict, Invalid, NotFound, Refused } from '#app/http/errors.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { once } from '#app/http/once.server.ts'
import type { Language } from '#app/i18n/instance.ts'
import { answerHash } from '#app/issues/answer-hash.server.ts'
import { nothingSeen } from '#app/issues/bind-approval.server.ts'
import { insertTemplate } from '#app/issues/insert-template.server.ts'
import { moveFields, type MoveField } from '#app/issues/move-fields.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { requireDraftSeen, saveDraft, seenIn } from '#app/issues/save-draft.server.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf } from '#db/queries/issue-position.ts'
import { isMoveName, moveSchemas, type MoveInput, type MoveName } from '#workflows/resolution/moves.ts'
import { explainConflict } from './explain-conflict.server.ts'

type Values = Record<string, string | string[]>
type Request = { code: string; form: FormData; actor: Actor; language: Language; returnTo?: string | null }
type Sent = { id: number; move: MoveName; version: number; draft: boolean; seen: string[]; key: string | undefined; input: Record<string, unknown> }

/** What the page's form asks for, done once; whatever stands in the way comes back with all that was typed. */
export async function makeMove(db: Db, { code, form, actor, language, returnTo }: Request) {
  const { move, version, draft, template } = envelope(form)
  const seen = seenIn(form)
  const shown = { move, seen: seen[0] ?? '', inserted: undefined, refused: undefined, conflict: undefined }
  const values = typed(form, move)
  const id = await issueIdOf(db, code, actor)
  if (id === undefined) throw new NotFound({ key: 'moves:refused.gone' }, { typed: values })
  if (template !== undefined) {
    const text = await insertTemplate(db, { id, template, text: String(values.text ?? ''), actor })
    if (text === undefined) return withShown(shown, invalidForm({ errors: { template: { key: 'common:invalid.choose' } }, values }))
    return data({ ...shown, errors: {}, values: { ...values, text }, inserted: `${template} ${text.length}` })
  }
  const parsed = await parseForm(form, moveSchemas[move])
  if (!parsed.ok) return withShown(shown, invalidForm(parsed))
  try {
    await act(db, actor, { id, move, version, draft, seen, key: parsed.idempotencyKey, input: parsed.data })
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

function act(db: Db, actor: Actor, { id, move, version, draft, seen, key, input }: Sent) {
  const body = { id, move, version, draft, input }
  return once(db, { personId: actor.personId, key, body }, async (tx) => {
    if (draft) return saveDraft(tx, { id, text: String(input.text), seen, by: actor })
    if (move === 'submitAnswer') await requireDraftSeen(tx, id, [...seen, answerHash({ text: String(input.text) })])
    const bound = move === 'approve' ? { sha256: nothingSeen, ...defined(input) } : input
    await moveIssue(tx, { id, version, by: actor, move: { type: move, ...bound } as MoveInput })
  })
}

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
  const entries = moveFields[move].filter((field: MoveField) => !field.unasked).map(({ name, kind }): [string, string | string[]] => {
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
