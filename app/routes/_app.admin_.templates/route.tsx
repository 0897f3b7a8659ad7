import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { AdminTabs } from '#app/admin/admin-tabs.tsx'
import { idIn } from '#app/admin/id-in.ts'
import { saveTemplate } from '#app/admin/save-template.server.ts'
import { keepers, templateForm } from '#app/admin/writing-form.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { named, type NamedRow } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { listGroups, listTopics } from '#db/queries/admin-catalogue.ts'
import { documentsOutOfForce, listCitations, listTemplates } from '#db/queries/answer-templates.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { citationWarnings } from '#workflows/text/citations.ts'
import { TemplateForm } from './template-form.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'writing:admin.templates.title')

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireActor(args, ...keepers)
  const today = localDate(new Date(), (await rulesOf(db())).calendar)
  const [templates, topics, groups, citations, ended] = await Promise.all([
    listTemplates(db()), listTopics(db()), listGroups(db()), listCitations(db()), documentsOutOfForce(db(), today),
  ])
  const shown = templates.map((one) => ({
    ...one, outOfForce: citationWarnings(`${one.text} ${one.citations.join(' ')}`, ended, today).map(({ number }) => number),
  }))
  const lines = citations.map(({ number, title }) => ({ number, title }))
  return { role, templates: shown, topics, groups, citations: lines, editing: templates.find((one) => one.id === idIn(args.request)) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...keepers)
  return submit(await readForm(args.request), actor, templateForm, async (tx, template) => {
    await saveTemplate(tx, actor, idIn(args.request), template)
    return '/admin/templates'
  })
}

export default function Templates() {
  const { t, i18n } = useTranslation()
  const { role, templates, topics, groups, citations, editing } = useLoaderData<typeof loader>()
  const nameIn = (rows: (NamedRow & { code: string })[], code: string) => {
    const row = rows.find((one) => one.code === code)
    return row ? named(row, i18n.language) : code
  }
  return (
    <>
      <AdminTabs only={role === 'admin' ? undefined : 'written'} />
      <PageHeader title={t('writing:admin.templates.title')} lead={t('writing:admin.templates.lead')} />
      <div className="space-y-6">
        <Card flush>
          <Table
            caption={t('writing:admin.templates.title')}
            rows={templates}
            rowKey={(one) => one.id}
            columns={[
              { label: t('writing:admin.templates.name'), heading: true, cell: (one) => <a className="link" href={`?id=${one.id}#template`}>{one.title}</a> },
              {
                label: t('writing:admin.templates.for'),
                cell: ({ topic, group }) => (topic ? nameIn(topics, topic) : group ? nameIn(groups, group) : t('writing:admin.templates.any')),
              },
              {
                label: t('admin:field.status'),
                cell: (one) => (
                  <span>
                    <Badge tone={one.inUse ? 'good' : 'plain'}>{t(one.inUse ? 'writing:admin.templates.used' : 'writing:admin.templates.unused')}</Badge>{' '}
                    {one.outOfForce.length > 0 && <Badge tone="warn">{t('writing:admin.templates.outOfForce', { numbers: one.outOfForce.join('; ') })}</Badge>}
                  </span>
                ),
              },
            ]}
          />
        </Card>
        <TemplateForm key={editing?.id ?? `new-${templates.length}`} editing={editing} topics={topics} groups={groups} citations={citations} />
      </div>
    </>
  )
}
