import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { UnitSelect } from '#app/admin/unit-select.tsx'
import { taskForm, taskNames } from '#app/conclusions/conclusion-form.ts'
import { saveTask } from '#app/conclusions/save-task.server.ts'
import { taskView } from '#app/conclusions/task-view.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'
import { LyingThere } from './_app.conferences.$id_.conclusion/lying-there.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'conclusions:task.one')

/** A form that came second shows what lies there now, and may then be sent again. */
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  return taskView(db(), actor, args.params.id, args.params.task)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const form = await readForm(args.request)
  const { id } = await conferenceAsked(db(), args.params.id)
  const task = args.params.task === 'new' ? null : Number(args.params.task)
  return submit(form, actor, taskForm, async (tx, input) => (await saveTask(tx, id, task, input, actor), `/conferences/${id}/conclusion#tasks`))
}

export default function TaskPage() {
  const { t, i18n } = useTranslation()
  const { conference, task, seen, units } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const labels = Object.fromEntries(taskNames.map((name) => [name, t(`conclusions:task.${name}`)])) as Record<(typeof taskNames)[number], string>
  const page = `/conferences/${conference.id}/conclusion`
  const form = useHouseForm(taskForm, { id: 'task', labels, initial: task?.values, result })
  const lying = task ? taskNames.map((name): [string, string] => [labels[name], [task.values[name]].flat().join('; ')]) : []
  return (
    <>
      <PageHeader
        title={task ? t('conclusions:task.editOf', { number: task.number }) : t('conclusions:tasks.add')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }, { label: t('conclusions:title'), to: page }]}
      />
      <Card>
        <HouseForm form={form}>
          <LyingThere result={result} of={lying} />
          <input type="hidden" name="seen" value={seen} readOnly />
          <TextArea {...form.field('text')} rows={4} />
          <UnitSelect {...form.field('leadUnit')} units={units} />
          <DateInput {...form.field('dueOn')} optional hint={t(task?.promised ? 'conclusions:hint.promised' : 'conclusions:hint.dueOn')} />
          <TextInput {...form.field('product')} optional hint={t('conclusions:hint.product')} />
          <TextArea {...form.field('issues')} optional rows={2} hint={t('conclusions:hint.issues')} />
          <div className="max-h-96 overflow-y-auto rounded border border-line p-4">
            <CheckboxGroup {...form.field('coordinatingUnits')} optional options={units.map((unit) => ({ value: unit.code, label: named(unit, i18n.language) }))} />
          </div>
          <div className="flex flex-wrap gap-4">
            <SubmitButton>{t('conclusions:save')}</SubmitButton>
            <LinkButton to={`${page}#tasks`} variant="quiet">{t('common:form.cancel')}</LinkButton>
          </div>
        </HouseForm>
      </Card>
    </>
  )
}
