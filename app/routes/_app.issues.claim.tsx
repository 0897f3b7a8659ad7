import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { titled } from '#app/i18n/title.ts'
import { filers } from '#app/issues/filing/pages.ts'
import { claimFiling } from '#app/public-filing/claim-filing.server.ts'
import { countPresented } from '#app/public-filing/filing-status.server.ts'
import { PresentedFields } from '#app/public-filing/presented-fields.tsx'
import { presentedForm } from '#app/public-filing/public-filing-form.ts'
import { Card } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'before:claim.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, ...filers)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const parsed = await parseForm(await readForm(args.request), presentedForm)
  if (!parsed.ok) return invalidForm(parsed)
  try {
    await countPresented(db(), args.context.ip)
    return redirect(`/issues/${await claimFiling(db(), actor, parsed.data)}`, 303)
  } catch (error) {
    return refusedForm(error, { code: parsed.data.code })
  }
}

export default function Claim() {
  const { t } = useTranslation()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('before:claim.title')} crumbs={[{ label: t('issues:list.title'), to: '/issues' }]} />
      <Card>
        <PresentedFields lead={t('before:claim.lead')} submit={t('before:claim.submit')} result={useActionData<typeof action>() as Partial<FormResult> | undefined} />
      </Card>
    </div>
  )
}
