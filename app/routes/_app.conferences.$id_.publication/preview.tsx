import { Form } from '@remix-run/react'
import { beginning } from '#app/issues/list-rows.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PublicationsView } from '#app/publication/publications-view.server.ts'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { IdempotencyKey } from '#app/ui/form.tsx'

/** All that would go out, in full: what is read here, and nothing approved meanwhile, is what the button publishes. */
export function Preview({ going, here }: { going: PublicationsView['going']; here: string }) {
  const { t } = useTranslation()
  return (
    <Form method="post" action={here} className="mb-8">
      <IdempotencyKey of="publish" />
      {going.map(({ id }) => <input key={id} type="hidden" name="version" value={id} readOnly />)}
      <ConfirmPanel title={t('publication:preview.title', { count: going.length })} confirm={t('publication:preview.confirm')} cancelTo={here}>
        <p>{t('publication:preview.about')}</p>
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {going.map(({ code, question, answer, standing }) => (
            <li key={code} className="py-2">
              <details>
                <summary className="py-1 font-semibold">
                  <span className="numbers">{code}</span>{standing && ` (${t('publication:preview.correction')})`}
                  <span className="ml-2 font-normal text-ink-soft">{beginning(question, 100)}</span>
                </summary>
                <p className="mt-2 font-semibold">{t('publication:preview.questionOf')}</p>
                <p className="wrap-anywhere whitespace-pre-line">{question}</p>
                <p className="mt-2 font-semibold">{t('publication:preview.answerOf')}</p>
                <p className="wrap-anywhere whitespace-pre-line">{answer}</p>
              </details>
            </li>
          ))}
        </ul>
      </ConfirmPanel>
    </Form>
  )
}
