import { useEffect, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'

const pause = 800

/**
 * Keeps what is being typed, a moment after the last key and when the page goes out of sight. A plain request of its own:
 * when the network is gone, a failed one must not take the page away together with what was typed.
 */
export function KeepDraft({ formId }: { formId: string }) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<'kept' | 'notKept'>()
  useEffect(() => keepWhileTyping(formId, setOutcome), [formId])
  return (
    <output className="block min-h-6 text-sm text-ink-soft">
      {outcome && t(`filing:${outcome}`)}
    </output>
  )
}

function keepWhileTyping(formId: string, tell: (outcome: 'kept' | 'notKept') => void) {
  const form = document.getElementById(formId)
  if (!(form instanceof HTMLFormElement)) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsent: FormData | undefined
  const send = (keepalive = false) => {
    clearTimeout(timer)
    if (!unsent) return
    const body = unsent
    unsent = undefined
    fetch('/issues/new/keep', { method: 'POST', body, keepalive }).then(
      async (response) => (await keptIn(response)) && tell('kept'),
      () => {
        unsent ??= body
        tell('notKept')
      },
    )
  }
  const typed = () => {
    unsent = new FormData(form)
    clearTimeout(timer)
    timer = setTimeout(send, pause)
  }
  const hidden = () => document.visibilityState === 'hidden' && send(true)
  form.addEventListener('input', typed)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    form.removeEventListener('input', typed)
    document.removeEventListener('visibilitychange', hidden)
    send(true)
  }
}

async function keptIn(response: Response): Promise<boolean> {
  const { kept } = (await response.json().catch(() => ({}))) as { kept?: boolean }
  return kept === true
}
