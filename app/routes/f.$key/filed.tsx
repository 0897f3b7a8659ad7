import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Receipt } from '#app/public-filing/file-publicly.server.ts'
import { Button } from '#app/ui/button.tsx'
import { formatDate } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Code and secret, shown this once, and what happens next. */
export function Filed({ receipt: { code, secret, dueOn } }: { receipt: Receipt }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-bold">{t('before:filed.title')}</h1>
      <dl className="space-y-3 rounded border-2 border-navy bg-paper p-4">
        <Line term={t('filing:filed.code')}>{code}</Line>
        <Line term={t('before:filed.secret')}>{secret}</Line>
        {dueOn && <Line term={t('filing:filed.dueOn')}>{formatDate(dueOn)}</Line>}
      </dl>
      <Notice tone="warn" title={t('before:filed.write')}>{t('before:filed.once')}</Notice>
      <section>
        <h2 className="text-lg font-semibold">{t('filing:filed.nextTitle')}</h2>
        <ol className="mt-2 list-decimal space-y-2 pl-6">
          {['route', 'answer', 'look', 'claim'].map((step) => <li key={step}>{t(`before:filed.next.${step}`, { date: dueOn ? formatDate(dueOn) : '' })}</li>)}
        </ol>
      </section>
      <Form method="post" reloadDocument className="flex flex-wrap items-center gap-4 print:hidden">
        <a href="/f/status" className="link inline-block py-2">{t('before:publicForm.toStatus')}</a>
        <Button type="submit" variant="secondary" name="another" value="yes">{t('filing:filed.another')}</Button>
      </Form>
    </>
  )
}

function Line({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd className="numbers text-2xl font-bold wrap-anywhere">{children}</dd>
    </div>
  )
}
