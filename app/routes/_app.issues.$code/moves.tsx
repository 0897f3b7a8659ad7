import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { isMoveName, type MoveName } from '#workflows/resolution/moves.ts'

/** What one mostly came to do; the first of them that is open stands out. */
const usual: MoveName[] = ['accept', 'giveOpinion', 'submitAnswer', 'approve', 'route', 'supply', 'confirmSolved', 'fulfil', 'grantSlip', 'grantExtension', 'upwardAnswered', 'answerOnTheSpot', 'resume']

/** Moves with a page of their own, where an enterprise is told what it answers and where each answer leads. */
const ownPage: Partial<Record<MoveName, string>> = { supply: 'reply', confirmSolved: 'verdict?solved=yes', dispute: 'verdict?solved=no' }

/** Moves that are offered where one sees what they are about: proposals, the cluster, the hand-over of a unit. */
const elsewhere: MoveName[] = ['joinCluster', 'leaveCluster', 'transferUnit']

/** A button of its own beside the unit it concerns. */
const oneClick: MoveName[] = ['urge']

type Props = { code: string; open: MoveName[]; /** A move that was asked for and is not open. */ closed: string | null | false }

/** Links to the form of every move open to this person now. */
export function Moves({ code, open: all, closed }: Props) {
  const { t } = useTranslation()
  const open = all.filter((move) => !elsewhere.includes(move))
  const shown = open.filter((move) => !oneClick.includes(move))
  const first = usual.find((move) => shown.includes(move))
  const inOrder = first ? [first, ...shown.filter((move) => move !== first)] : shown
  return (
    <>
      {closed && (
        <Notice tone="warn" title={isMoveName(closed) ? t('moves:closed', { move: t(`moves:name.${closed}`) }) : t('moves:unknown')} />
      )}
      {inOrder.length > 0 && (
        <nav aria-label={t('moves:title')} className="flex flex-wrap gap-3 print:hidden">
          {inOrder.map((move) => (
            <LinkButton key={move} to={`/issues/${code}${ownPage[move] ? `/${ownPage[move]}` : `?move=${move}`}`} variant={move === first ? 'primary' : 'secondary'}>
              {t(`moves:name.${move}`)}
            </LinkButton>
          ))}
        </nav>
      )}
    </>
  )
}
