import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { formatDateTime, formatTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { keepWriting, type Keeper, type Told } from './keep-writing.ts'

type Props = {
  code: string
  areaId: string
  /** The draft that the page shows. */
  seen: string
  /** That draft is one's own, so that going on from it overwrites nobody. */
  own: boolean
  writing: string[]
}

/** Says who else writes and when the draft was last saved; saves it by itself where scripts run. */
export function KeepDraft({ code, areaId, seen, own, writing }: Props) {
  const { t } = useTranslation()
  const [known, setKnown] = useState(seen)
  const [arrived, setArrived] = useState(seen)
  const [told, setTold] = useState<Told>()
  const [others, setOthers] = useState(writing)
  const keeper = useRef<Keeper>()
  const begin = useRef(seen)
  useEffect(() => {
    const area = document.getElementById(areaId)
    if (!(area instanceof HTMLTextAreaElement)) return undefined
    keeper.current = keepWriting({
      area, address: `/issues/${code}/draft`, seen: begin.current,
      tell: (now, beside) => {
        if (now) setTold(now)
        if (now?.kind === 'saved') setKnown(now.sha256)
        if (beside) setOthers(beside)
      },
    })
    return () => keeper.current?.stop()
  }, [areaId, code])
  // one's own draft came back newer from the server: what is typed next stands on it
  if (own && arrived !== seen) {
    setArrived(seen)
    setKnown(seen)
  }
  useEffect(() => {
    if (own) keeper.current?.from(seen)
  }, [own, seen])
  const goOn = (sha256: string) => {
    keeper.current?.from(sha256)
    keeper.current?.touch()
    setKnown(sha256)
    setTold(undefined)
  }
  return (
    <div className="space-y-2">
      <input type="hidden" name="seen" value={known} readOnly />
      <input type="hidden" name="tried" defaultValue="" />
      <p role="status" className="min-h-6 text-sm text-ink-soft">
        {[told?.kind === 'saved' && t('writing:draft.saved', { at: formatTime(told.at) }), others.length > 0 && t('writing:presence.now', { names: others.join(', ') })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {told?.kind === 'failed' && <Notice tone="warn" alert title={t('writing:draft.failed')} />}
      {told?.kind === 'refused' && <Notice tone="bad" alert title={told.reason}>{t('writing:draft.copy')}</Notice>}
      {told?.kind === 'theirs' && <Theirs draft={told.draft} goOn={() => goOn(told.draft.sha256)} />}
    </div>
  )
}

type TheirsProps = { draft: Extract<Told, { kind: 'theirs' }>['draft']; goOn: () => void }

function Theirs({ draft: { text, at, by }, goOn }: TheirsProps) {
  const { t } = useTranslation()
  return (
    <Notice tone="warn" alert title={t('writing:draft.theirs', { name: by ?? t('writing:draft.colleague'), at: formatDateTime(at) })}>
      <p className="my-2 border-l-4 border-line pl-3 wrap-anywhere whitespace-pre-line">{text}</p>
      <p>{t('writing:draft.theirsAbout')}</p>
      <Button variant="secondary" className="mt-3" onClick={goOn}>{t('writing:draft.keepMine')}</Button>
    </Notice>
  )
}
