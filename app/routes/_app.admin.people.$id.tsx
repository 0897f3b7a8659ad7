import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { addRole } from '#app/admin/add-role.server.ts'
import { changePerson } from '#app/admin/change-person.server.ts'
import { changeRole } from '#app/admin/change-role.server.ts'
import { disablePerson } from '#app/admin/disable-person.server.ts'
import { enablePerson } from '#app/admin/enable-person.server.ts'
import { endRole } from '#app/admin/end-role.server.ts'
import { FurtherRoles } from '#app/admin/further-roles.tsx'
import { intentOf } from '#app/admin/intent.ts'
import { OneTimePassword } from '#app/admin/one-time-password.tsx'
import { EditPerson, EditRole, Status } from '#app/admin/person-cards.tsx'
import { endRoleForm, personForm, roleForm, statusForm } from '#app/admin/person-form.ts'
import { resetPassword } from '#app/admin/reset-password.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { associationNames, furtherRoles, personWithRole } from '#db/queries/admin-people.ts'
import { unitChoices } from '#db/queries/admin-units.ts'
import { roles } from '#workflows/resolution/actor.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:people.one')

const idOf = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : notFound('person'))

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const id = idOf(args.params.id)
  const [person, further, units, associations] = await Promise.all([personWithRole(db(), id), furtherRoles(db(), id), unitChoices(db()), associationNames(db())])
  const role = roles.find((one) => one === new URL(args.request.url).searchParams.get('role'))
  return { person: person ?? notFound('person'), role, further, units, associations }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const id = idOf(args.params.id)
  const form = await readForm(args.request)
  const back = async (work: Promise<void>) => (await work, `/admin/people/${id}`)
  switch (intentOf(form)) {
    case 'resetPassword':
      return { password: await resetPassword(db(), actor, id) }
    case 'person':
      return submit(form, actor, personForm, (tx, input) => back(changePerson(tx, actor, id, input)))
    case 'role':
      return submit(form, actor, roleForm, (tx, { further, ...input }) => back(further ? addRole(tx, actor, id, input) : changeRole(tx, actor, id, input)))
    case 'endRole':
      return submit(form, actor, endRoleForm, (tx, { membership }) => back(endRole(tx, actor, id, membership)))
    default:
      return submit(form, actor, statusForm, (tx, { intent }) => back(intent === 'disable' ? disablePerson(tx, actor, id) : enablePerson(tx, actor, id)))
  }
}

export default function Person() {
  const { t } = useTranslation()
  const { person } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[{ label: t('admin:people.title'), to: '/admin/people' }]}
        badge={<>{person.role && <Badge>{t(`common:role.${person.role}`)}</Badge>}<Badge tone={person.disabledAt ? 'bad' : 'good'}>{t(person.disabledAt ? 'admin:people.disabled' : 'admin:people.active')}</Badge></>}
        actions={
          <>
            {person.unit && <LinkButton variant="secondary" to={`/admin/people/${person.id}/absence`}>{t('absence:title')}</LinkButton>}
            <LinkButton variant="secondary" to={`/admin/log?subject=person&id=${person.id}`}>{t('admin:log.ofThis')}</LinkButton>
          </>
        }
      />
      <div className="space-y-6">
        {result && 'password' in result && <OneTimePassword password={result.password} email={person.email} />}
        <EditPerson />
        <EditRole />
        <FurtherRoles />
        <Status />
      </div>
    </>
  )
}
