import { useTranslation } from '#app/i18n/use-translation.ts'
import { resultLadder, type IssueState, type Rung } from '#workflows/resolution/states.ts'

/** How far the result has really come; for an issue that left the ladder, the words of its end stand instead. */
export function ResultLadder({ rung, state }: { rung: Rung | null; state: IssueState }) {
  const { t } = useTranslation()
  if (!rung) return <p className="font-semibold">{t('issues:ladder.left', { state: t(`issues:state.${state}`) })}</p>
  const reached = resultLadder.indexOf(rung)
  return (
    <ol aria-label={t('issues:ladder.title')} className="ladder">
      {resultLadder.map((one, at) => (
        <li key={one} aria-current={at === reached ? 'step' : undefined} data-reached={at <= reached || undefined}>
          {t(`issues:rung.${one}`)}
          <span className="sr-only"> – {t(at <= reached ? 'issues:ladder.reached' : 'issues:ladder.ahead')}</span>
        </li>
      ))}
    </ol>
  )
}
