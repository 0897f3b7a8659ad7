import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { SplitChoice } from '#app/issues/split-choice.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'

/** Which sentences go to the new issue: a question to the address, so that it works without scripts and can be undone. */
export function SplitSentences({ code, choice }: { code: string; choice: SplitChoice }) {
  const { t } = useTranslation()
  const returnTo = useSearchParams()[0].get('returnTo')
  if (choice.sentences.length < 2) return null
  return (
    <Card title={t('clusters:split.title')}>
      <Form method="get" action={`/issues/${code}`} className="max-w-3xl space-y-4">
        <p className="text-ink-soft">{t('clusters:split.lead')}</p>
        <input type="hidden" name="move" value="split" readOnly />
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} readOnly />}
        <CheckboxGroup
          id="sentence"
          name="sentence"
          label={t('clusters:split.sentences')}
          defaultValue={choice.taken}
          options={choice.sentences.map(({ value, words }) => ({ value, label: words }))}
        />
        <Button type="submit" variant="secondary">{t('clusters:split.fill')}</Button>
      </Form>
    </Card>
  )
}
