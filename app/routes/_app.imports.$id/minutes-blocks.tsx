import { Fragment } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { MinutesBlock, MinutesView } from '#app/imports/minutes/minutes-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { MinutesProposal } from './minutes-proposal.tsx'

/** The source from top to bottom, and beside each stretch of it what it was taken for. */
export function MinutesBlocks({ view }: { view: MinutesView }) {
  const { t } = useTranslation('prose')
  return (
    <Card title={t('source', { file: view.fileName })} flush>
      <ol>
        {view.blocks.map((block, at) => (
          <li key={`${block.key} ${block.sentences[0]!.index}`} className="grid gap-x-6 gap-y-3 border-t border-line p-4 first:border-t-0 lg:grid-cols-[3fr_4fr]">
            <Source block={block} />
            <MinutesProposal block={block} view={view} firstOfAll={at === 0 && view.page === 1} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

const edge = { comment: 'border-navy', answer: 'border-good', task: 'border-warn', aside: 'border-line' }

function Source({ block }: { block: MinutesBlock }) {
  const { t } = useTranslation('prose')
  return (
    <div className={`border-l-4 pl-3 ${edge[block.kind]} ${block.kind === 'aside' ? 'text-ink-soft' : ''}`}>
      {block.sentences.map((sentence, at) => {
        const begins = at === 0 || block.sentences[at - 1]!.paragraph !== sentence.paragraph
        const words = <span id={`c-${sentence.index}`} tabIndex={-1}>{sentence.withheld ? t('conferences:import.withheld') : sentence.text}</span>
        return (
          <Fragment key={sentence.index}>
            {begins && <span className="numbers block text-sm text-ink-soft">{t('paragraph', { paragraph: sentence.paragraph })}</span>}
            {block.kind === 'comment' && !sentence.withheld ? <mark className="bg-warn-wash text-ink wrap-anywhere whitespace-pre-line">{words}</mark> : <span className="wrap-anywhere whitespace-pre-line">{words}</span>}{' '}
          </Fragment>
        )
      })}
    </div>
  )
}
