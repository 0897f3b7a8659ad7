import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PreviewView } from '#app/imports/preview-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { SubmitButton } from '#app/ui/form.tsx'

/** The group of each run of rows, as its heading said or as a person decides. */
export function GroupsForm({ sections, groups }: Pick<PreviewView, 'sections' | 'groups'>) {
  const { t } = useTranslation()
  const unknown = sections.some(({ group }) => group === null)
  return (
    <Card title={t('conferences:import.groups')}>
      <details open={unknown}>
        <summary className="link inline-block py-1">{t('conferences:import.groupsLead')}</summary>
        <Form method="post" className="mt-3 space-y-4">
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {sections.map(({ place, sheet, from, to, rows, group }, index) => (
              <div key={place}>
                <input type="hidden" name="place" value={place} />
                <Select
                  id={`group-${index}`}
                  name="group"
                  label={t('conferences:import.section', { sheet: sheet && `«${sheet}»`, from, to, count: rows })}
                  empty={t('conferences:group.none')}
                  options={groups}
                  defaultValue={group ?? ''}
                />
              </div>
            ))}
          </div>
          <SubmitButton variant="secondary" name="intent" value="groups">{t('conferences:import.saveGroups')}</SubmitButton>
        </Form>
      </details>
    </Card>
  )
}
