import { FileList } from '#app/files/file-list.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Select } from '#app/ui/choice.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { SubmitButton } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'

type Writing = NonNullable<NonNullable<IssueView['moving']>['writing']>

/** Words to begin from. The form is sent and comes back with them after what was typed, with scripts and without. */
export function TemplateChoice({ templates, field }: { templates: Writing['templates']; field: FieldProps & { label: string } }) {
  const { t } = useTranslation()
  if (templates.length === 0) return null
  const of = { topic: t('writing:template.ofTopic'), group: t('writing:template.ofGroup'), any: t('writing:template.ofAny') }
  const kinds = ['topic', 'group', 'any'] as const
  const kindOf = ({ topic, group }: Writing['templates'][number]) => (topic ? 'topic' : group ? 'group' : 'any')
  const groups = kinds.map((kind) => ({
    label: of[kind], options: templates.filter((one) => kindOf(one) === kind).map(({ id, title }) => ({ value: String(id), label: title })),
  }))
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-60">
        <Select optional options={groups.filter(({ options }) => options.length > 0)} {...field} />
      </div>
      <SubmitButton variant="secondary" name="intent" value="template" formNoValidate>{t('writing:template.insert')}</SubmitButton>
    </div>
  )
}

/** The very text an approval is of, with the first of its hash, so that what is approved can be named. */
export function ApprovalText({ of }: { of: NonNullable<Writing['approving']> }) {
  const { t } = useTranslation()
  return (
    <Notice title={t('writing:approval.text', { number: of.number })}>
      <p className="my-2 wrap-anywhere whitespace-pre-line">{of.text}</p>
      {of.legalGround && <p>{t('issues:answers.legalGround', { ground: of.legalGround })}</p>}
      <FileList files={of.files} />
      <p className="text-sm text-ink-soft">{t('writing:approval.bound')} <code className="wrap-anywhere">{of.sha256.slice(0, 16)}</code></p>
      <input type="hidden" name="sha256" value={of.sha256} readOnly />
    </Notice>
  )
}
