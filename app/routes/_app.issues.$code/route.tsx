import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { SimilarCard } from '#app/clusters/similar-card.tsx'
import { IssueDirectives } from '#app/directives/issue-directives.tsx'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { issueView, type IssueView } from '#app/issues/issue-view.server.ts'
import { NotesPanel } from '#app/notes/notes-panel.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Left, StateBadge } from '#app/ui/issue-table.tsx'
import { MoveDone } from '#app/ui/move-done.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ResultLadder } from '#app/ui/result-ladder.tsx'
import { renewPresence } from '#db/queries/presences.ts'
import { Answers } from './answers.tsx'
import { Letters } from './attached.tsx'
import { Clocks } from './clocks.tsx'
import { CommentCard } from './comment.tsx'
import { Comparison } from './compare.tsx'
import { Commitments } from './commitments.tsx'
import { Competence } from './competence.tsx'
import { ConflictPanel, RefusedPanel } from './conflict.tsx'
import { Opinions } from './coordination.tsx'
import { Elapsed, Standing } from './elapsed.tsx'
import { FactsCard } from './facts.tsx'
import { Gone } from './gone.tsx'
import { makeMove, readMove } from './make-move.server.ts'
import { MoveForm } from './move-form.tsx'
import { Moves } from './moves.tsx'
import { SplitSentences } from './split-sentences.tsx'
import { Story } from './story.tsx'
import { SuggestionCard } from './suggestion.tsx'
import { Question } from './question.tsx'
import { Verdicts } from './verdicts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, params }) => titled(matches, 'issues:page.title', { code: params.code ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const [asked, taken] = [searchParams.get('move'), searchParams.getAll('sentence')]
  const [language, compare] = [languageOf(args.request, actor), searchParams.get('compare')]
  const view = (await issueView(db(), args.params.code ?? '', { actor, language, asked, taken, compare })) ?? notFound('issue')
  // whoever opens the form is at it, also where no script will say so
  if (view.moving?.move === 'submitAnswer') await renewPresence(db(), view.issue.id, actor, new Date())
  return view
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const language = languageOf(args.request, actor)
  const returnTo = new URL(args.request.url).searchParams.get('returnTo')
  const code = args.params.code ?? ''
  return makeMove(db(), { code, ...(await readMove(db(), args.request, code, actor)), actor, language, returnTo })
}

/** Also after a refused action: somebody else may have moved the issue on. */
export const shouldRevalidate = () => true

export default function IssuePage() {
  const { t } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { issue, moving, filer } = view
  const conflict = result?.conflict
  const asked = search.get('move')
  const comment = <CommentCard issue={issue} comment={view.comment} siblings={view.siblings} filer={filer} mayOpenImport={view.mayOpenImport} />
  const answers = <Answers answers={view.answers} draft={view.draft} filer={filer} code={issue.code} />
  const filling = moving && (!conflict || conflict.stillOpen) ? moving : undefined
  return (
    <>
      <Heading issue={issue} />
      <MoveDone />
      <ResultLadder rung={issue.rung} state={issue.state} />
      <div className="my-6 space-y-6">
        <Standing standing={view.standing} />
        {view.question && <Question of={view.question} />}
        {!filling && view.writing.length > 0 && <Notice title={t('writing:presence.now', { names: view.writing.join(', ') })}>{t('writing:presence.about')}</Notice>}
        {conflict && <ConflictPanel conflict={conflict} typed={result.values} move={result.move} />}
        {result?.refused && <RefusedPanel refused={result.refused} typed={result.values} move={result.move} />}
        {filling ? (
          <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
            <div className="min-w-0 space-y-6">
              {filling.split && <SplitSentences key={`choice ${filling.split.taken.join()}`} code={issue.code} choice={filling.split} />}
              <MoveForm key={`${filling.move} ${filling.split?.taken.join()}`} moving={filling} beside={view.writing} issue={issue} result={result} />
            </div>
            {comment}
          </div>
        ) : (
          <Moves code={issue.code} open={view.openMoves} closed={!result && !moving && asked} />
        )}
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-6">
          {filer && answers}
          {!filling && comment}
          {view.suggestion && <SuggestionCard suggestion={view.suggestion} />}
          {view.comparison && <Comparison of={view.comparison} code={issue.code} />}
          {!filer && answers}
          <NotesPanel code={issue.code} notes={view.notes} mayNote={view.mayNote && !filling} />
          <Commitments items={view.commitments} />
          <IssueDirectives code={issue.code} items={view.directives} mayAsk={view.mayDemand} />
          <Verdicts verdicts={view.verdicts} firstResult={view.firstResult} />
          {view.coordination && <Opinions of={view.coordination} issue={issue} />}
          {view.coordination && <Competence of={view.coordination} />}
          <Letters items={view.letters} />
          {view.similar && <SimilarCard similar={view.similar} issue={issue} more />}
        </div>
        <div className="min-w-0 lg:row-span-2">
          <FactsCard view={view} />
        </div>
        <Story items={view.story} chain={view.chain} />
      </div>
      {!filer && !filling && (
        <div className="mt-6 space-y-6">
          <Clocks clocks={view.clocks} dayMinutes={view.elapsed?.dayMinutes ?? 480} />
          <Elapsed elapsed={view.elapsed} />
        </div>
      )}
    </>
  )
}

function Heading({ issue }: Pick<IssueView, 'issue'>) {
  const { t } = useTranslation()
  return (
    <PageHeader
      title={t('issues:page.title', { code: issue.code })}
      crumbs={[{ label: t('common:nav.issues'), to: '/issues' }]}
      badge={
        <>
          <StateBadge state={issue.state} />
          {issue.answeredOnTheSpot && <Badge>{t('issues:page.onTheSpot')}</Badge>}
          {issue.needsLeader && <Badge tone="warn">{t('issues:page.needsLeader')}</Badge>}
          {issue.left && <span className="py-0.5"><Left left={issue.left} /></span>}
        </>
      }
    />
  )
}

export const ErrorBoundary = Gone
