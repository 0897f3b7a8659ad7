import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { addSuccessor } from '#app/admin/add-successor.server.ts'
import { changeUnit } from '#app/admin/change-unit.server.ts'
import { EditUnit, EndUnit, Successors } from '#app/admin/unit-cards.tsx'
import { endUnit } from '#app/admin/end-unit.server.ts'
import { intentOf } from '#app/admin/intent.ts'
import { removeSuccessor } from '#app/admin/remove-successor.server.ts'
import { addSuccessorForm, endUnitForm, removeSuccessorForm, unitForm } from '#app/admin/unit-form.ts'
import { VerifiedBadge } from '#app/admin/verified-badge.tsx'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { unitChoices, unitWithTies } from '#db/queries/admin-units.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:units.one')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const code = args.params.code ?? ''
  const [ties, units] = await Promise.all([unitWithTies(db(), code), unitChoices(db())])
  return { ...(ties ?? notFound('unit')), units: units.filter((unit) => unit.code !== code) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const code = args.params.code ?? ''
  const form = await readForm(args.request)
  const here = `/admin/units/${encodeURIComponent(code)}`
  const back = async (work: Promise<void>) => (await work, here)
  switch (intentOf(form)) {
    case 'end':
      return submit(form, actor, endUnitForm, (tx, input) => back(endUnit(tx, actor, code, input)))
    case 'addSuccessor':
      return submit(form, actor, addSuccessorForm, (tx, { successor }) => back(addSuccessor(tx, actor, code, successor)))
    case 'removeSuccessor':
      return submit(form, actor, removeSuccessorForm, (tx, { successor }) => back(removeSuccessor(tx, actor, code, successor)))
    default:
      return submit(form, actor, unitForm, (tx, { intent: _, ...input }) => back(changeUnit(tx, actor, code, input)))
  }
}

export default function Unit() {
  const { t, i18n } = useTranslation()
  const { unit } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={named(unit, i18n.language)}
        crumbs={[{ label: t('admin:units.title'), to: '/admin/units' }]}
        badge={<><Badge>{unit.code}</Badge><VerifiedBadge of={unit} /></>}
        actions={
          <div className="flex flex-wrap gap-3">
            {unit.validTo && <LinkButton variant="secondary" to={`/admin/units/${unit.code}/hand-over`}>{t('handover:toSuccessors')}</LinkButton>}
            <LinkButton variant="secondary" to={`/admin/log?subject=unit&id=${unit.code}`}>{t('admin:log.ofThis')}</LinkButton>
          </div>
        }
      />
      <div className="space-y-6">
        <EditUnit />
        <Successors />
        <EndUnit />
      </div>
    </>
  )
}
