import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { intentOf } from '#app/admin/intent.ts'
import { acceptDirective } from '#app/directives/accept-directive.server.ts'
import { acceptSchema, explainSchema, returnSchema, withdrawSchema } from '#app/directives/directive-form.ts'
import { directiveView, type DirectiveView } from '#app/directives/directive-view.server.ts'
import { explainDirective } from '#app/directives/explain-directive.server.ts'
import { readers } from '#app/directives/readers.ts'
import { returnDirective } from '#app/directives/return-directive.server.ts'
import { StateOf } from '#app/directives/state-of.tsx'
import { SubjectCard } from '#app/directives/subject-card.tsx'
import { withdrawDirective } from '#app/directives/withdraw-directive.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { submitOrSay } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDate } from '#app/ui/format.ts'
import type { FormResult } from '#app/ui/house-form.ts'
import { Left } from '#app/ui/issue-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Explain, Judge, Withdraw } from './forms.tsx'
import { Story } from './story.tsx'

export const meta: MetaFunction = ({ matches, params }) => titled(matches, 'directives:page', { number: params.id ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  return directiveView(db(), actor, { id: args.params.id, language: languageOf(args.request, actor) })
}

export async function action(args: ActionFunctionArgs) {
  const by = await requireActor(args, ...readers)
  const id = /^\d{1,15}$/.test(args.params.id ?? '') ? Number(args.params.id) : notFound('directive')
  const form = await readForm(args.request)
  const done = (move: string) => `/directives/${id}?done=${move}`
  switch (intentOf(form)) {
    case 'accept':
      return submitOrSay(form, by, acceptSchema, (tx, { intent, ...input }) => acceptDirective(tx, id, input, by).then(() => done(intent)))
    case 'return':
      return submitOrSay(form, by, returnSchema, (tx, { intent, ...input }) => returnDirective(tx, id, input, by).then(() => done(intent)))
    case 'withdraw':
      return submitOrSay(form, by, withdrawSchema, (tx, { intent, ...input }) => withdrawDirective(tx, id, input, by).then(() => done(intent)))
    default:
      return submitOrSay(form, by, explainSchema, (tx, { intent, ...input }) => explainDirective(tx, id, input, by).then(() => done(intent)))
  }
}

/** Also after a refused action: somebody else may have been first. */
export const shouldRevalidate = () => true

const moves = ['ask', 'explain', 'accept', 'return', 'withdraw'] as const

export default function DirectivePage() {
  const { t } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as FormResult | undefined
  const [search] = useSearchParams()
  const done = moves.find((move) => move === search.get('done'))
  return (
    <>
      <PageHeader
        title={t('directives:page', { number: view.id })}
        crumbs={[{ label: t('directives:title'), to: '/directives' }]}
        badge={<><StateOf state={view.state} />{view.left && <span className="py-0.5"><Left left={view.left} /></span>}</>}
        lead={leadOf(view, t)}
      />
      {done && !result && <div className="mb-5" role="status"><Notice tone="good" title={t(`directives:done.${done}`)} /></div>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0 space-y-6">
          <Subject view={view} />
          <Story items={view.story} />
        </div>
        <div className="min-w-0 space-y-6">
          {view.moves.includes('explain') && <Explain key={`explain ${view.version}`} view={view} result={result} />}
          {view.moves.includes('accept') && <Judge key={`judge ${view.version}`} view={view} result={result} />}
          {view.moves.includes('withdraw') && <Withdraw key={`withdraw ${view.version}`} view={view} result={result} />}
        </div>
      </div>
    </>
  )
}

const leadOf = ({ unit, dueOn, firstDueOn }: DirectiveView, t: (key: string, params: Record<string, string>) => string) =>
  [t('directives:leadUnit', { unit }), t('directives:leadDue', { on: formatDate(dueOn) }), ...(dueOn === firstDueOn ? [] : [t('directives:leadFirst', { on: formatDate(firstDueOn) })])].join(' · ')

function Subject({ view: { code, hiddenIssue, figure } }: { view: Pick<DirectiveView, 'code' | 'hiddenIssue'> & { figure: ReturnType<typeof useLoaderData<typeof loader>>['figure'] } }) {
  const { t } = useTranslation()
  if (hiddenIssue) return <Notice title={t('directives:aboutHidden')} />
  const now = figure && { figure: figure.now, to: figure.address }
  return <SubjectCard code={code} words={figure?.words ?? []} figure={figure?.figure ?? null} asOf={figure?.asOf ?? null} to={figure?.before ?? null} now={now ?? undefined} />
}
