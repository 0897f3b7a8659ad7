import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { filers, pageSchemas } from '#app/issues/filing/pages.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { formatDate } from '#app/ui/format.ts'
import { useHouseForm } from '#app/ui/house-form.ts'
import { conferencesToFileUnder } from '#db/queries/filing-choices.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { answerPage, questionOf } from './_app.issues.new/question.server.ts'
import { Question } from './_app.issues.new/question.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:conference.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const [conferences, { calendar }] = await Promise.all([conferencesToFileUnder(db()), rulesOf(db())])
  return { ...(await questionOf(args, actor, 'conference')), conferences, today: localDate(new Date(), calendar) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return answerPage(args.request, actor, 'conference')
}

export default function Conference() {
  const { t } = useTranslation()
  const { conferences, answers, today, ...at } = useLoaderData<typeof loader>()
  const labels = { conference: t('filing:conference.label') }
  const form = useHouseForm(pageSchemas.conference, { id: 'conference', labels, initial: answers, result: useActionData<typeof action>() })
  const options = [
    ...conferences.map(({ id, title, heldOn, collectUntil }) => ({
      value: String(id),
      label: t('filing:conference.one', { title, date: formatDate(heldOn) }),
      hint: heldOn < today ? t('before:heldAlready') : collectUntil && (collectUntil < today
        ? t('before:late', { until: formatDate(collectUntil), held: formatDate(heldOn) }) : t('before:publicForm.until', { date: formatDate(collectUntil) })),
    })),
    { value: 'none', label: t('filing:conference.none') },
  ]
  return (
    <Question page="conference" at={at} form={form}>
      <RadioGroup hint={t('filing:conference.hint')} options={options} {...form.field('conference')} />
    </Question>
  )
}
