import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { Conflict, Invalid, NotFound, Refused } from '#app/http/errors.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { once } from '#app/http/once.server.ts'
import type { Language } from '#app/i18n/instance.ts'
import { moveFields } from '#app/issues/move-fields.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { requireDraftSeen, saveDraft } from '#app/issues/save-draft.server.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf } from '#db/queries/issue-position.ts'
import { isMoveName, moveSchemas, type MoveInput, type MoveName } from '#workflows/resolution/moves.ts'
import { explainConflict } from './explain-conflict.server.ts'

type Values = Record<string, string | string[]>
type Request = { code: string; form: FormData; actor: Actor; language: Language; returnTo?: string | null }
type Sent = { id: number; move: MoveName; version: number; draft: boolean; seen: string; key: string | undefined; input: Record<string, unknown> }

/** What the page's form asks for, done once; whatever stands in the way comes back with all that was typed. */
export async function makeMove(db: Db, { code, form, actor, language, returnTo }: Request) {
  const { move, version, draft, seen } = envelope(form)
  const values = typed(form, move)
  const id = await issueIdOf(db, code, actor)
  if (id === undefined) throw new NotFound({ key: 'moves:refused.gone' }, { typed: values })
  const parsed = await parseForm(form, moveSchemas[move])
  if (!parsed.ok) return withMove(move, invalidForm(parsed))
  try {
    await act(db, actor, { id, move, version, draft, seen, key: parsed.idempotencyKey, input: parsed.data })
  } catch (error) {
    if (error instanceof Invalid) return withMove(move, invalidForm({ errors: error.fields, values }))
    if (error instanceof NotFound) throw new NotFound({ key: 'moves:refused.gone' }, { typed: values })
    if (error instanceof Refused) return data({ errors: {}, values, move, refused: error.reason, conflict: undefined }, 409)
    if (!(error instanceof Conflict)) throw error
    const conflict = await explainConflict(db, { id, move, version, actor, language, detail: error.detail })
    if (!conflict) throw new NotFound({ key: 'moves:refused.gone' }, { typed: values })
    return data({ errors: {}, values, move, refused: undefined, conflict }, 409)
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
    if (move === 'submitAnswer') await requireDraftSeen(tx, id, seen)
    await moveIssue(tx, { id, version, by: actor, move: { type: move, ...input } as MoveInput })
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
  return { move, version, draft: move === 'submitAnswer' && text('intent') === 'draft', seen: text('seen') }
}

/** The fields as typed, to be shown again. */
function typed(form: FormData, move: MoveName): Values {
  const entries = moveFields[move].map(({ name, kind }): [string, string | string[]] => {
    const sent = form.getAll(name).filter((value) => typeof value === 'string')
    return [name, kind === 'units' || kind === 'sentences' ? sent : (sent[0] ?? '')]
  })
  return Object.fromEntries(entries)
}

function withMove(move: MoveName, answer: ReturnType<typeof invalidForm>) {
  return { ...answer, data: { ...answer.data, move, refused: undefined, conflict: undefined } }
}
