import { z } from 'zod'
import { Link, useSearchParams } from '@remix-run/react'
import { Fragment, useEffect } from 'react'
import type { FileCard } from '#app/files/file-card.server.ts'
import { uploadSchema } from '#app/files/files-field.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { moveFields, type MoveField as Spec } from '#app/issues/move-fields.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { ownPath } from '#app/http/own-path.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { moveSchemas } from '#workflows/resolution/moves.ts'
import { CitationWarnings } from './citation-warnings.tsx'
import { KeepDraft } from './keep-draft.tsx'
import { MoveField } from './move-field.tsx'
import { ApprovalText, TemplateChoice } from './writing-parts.tsx'
import { fieldLabel } from './words.ts'

type Result = Partial<FormResult> & { seen?: string; inserted?: string; attached?: FileCard[]; conflict?: { version: number; draft?: { sha256: string } } }
type Moving = NonNullable<IssueView['moving']>
type Props = { moving: Moving; beside: string[]; issue: Pick<IssueView['issue'], 'code' | 'version'>; result?: Result | null }

/** The form of one move. After a conflict it holds what was typed and speaks of the new version. */
export function MoveForm({ moving, beside, issue, result }: Props) {
  const { move, initial, choices, opinionsOut, writing } = moving
  const { t } = useTranslation()
  const fields = moveFields[move].filter((one: Spec) => !one.unasked && (one.name !== 'overOpenOpinions' || opinionsOut > 0))
  const labels: Record<string, string> = { ...Object.fromEntries(fields.map(({ name }) => [name, fieldLabel(t, move, name)])), template: t('writing:template.title'), upload: t('files:upload') }
  const takesFiles = fields.some(({ kind }: Spec) => kind === 'files')
  const form = useHouseForm(takesFiles ? z.intersection(moveSchemas[move], uploadSchema) : moveSchemas[move], { id: 'move', labels, initial, result })
  const again = result?.conflict
  const back = ownPath(useSearchParams()[0].get('returnTo'), `/issues/${issue.code}`)
  return (
    <Card title={t(`moves:name.${move}`)} id="form">
      <div className="max-w-3xl">
        <p className="mb-5 text-ink-soft">{t(`moves:about.${move}`)}</p>
        {moving.saidBefore && <Said before={moving.saidBefore} />}
        <HouseForm form={form} encType={takesFiles ? 'multipart/form-data' : undefined}>
          <input type="hidden" name="move" value={move} readOnly />
          <input type="hidden" name="version" value={again?.version ?? issue.version} readOnly />
          {writing?.approving && <ApprovalText of={writing.approving} />}
          {writing && <TemplateChoice templates={writing.templates} field={form.field('template')} />}
          {fields.map((spec) => (
            <Fragment key={spec.name}>
              <MoveField spec={spec} choices={choices} attached={result?.attached ?? moving.attached} field={form.field(spec.name === 'files' ? 'upload' : spec.name)} />
              {spec.name === 'text' && writing && <BesideText moving={moving} beside={beside} code={issue.code} result={result} />}
            </Fragment>
          ))}
          {writing?.approving && <CitationWarnings text={`${writing.approving.text}\n${writing.approving.legalGround ?? ''}`} register={writing.outOfForce} on={writing.today} />}
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{again ? t('moves:again', { move: t(`moves:name.${move}`) }) : t(`moves:name.${move}`)}</SubmitButton>
            {move === 'submitAnswer' && (
              <SubmitButton variant="secondary" name="intent" value="draft">
                {t('moves:saveDraft')}
              </SubmitButton>
            )}
            <Link to={back} className="link py-2">
              {t('common:form.cancel')}
            </Link>
          </div>
        </HouseForm>
      </div>
    </Card>
  )
}

/** The words that this form answers, in full where it is written. */
function Said({ before: { move, by, at, text } }: { before: NonNullable<Moving['saidBefore']> }) {
  const { t } = useTranslation()
  return (
    <div className="mb-5">
      <Notice title={t(`moves:done.${move}`)}>
        <p className="wrap-anywhere whitespace-pre-line">{text}</p>
        <p className="numbers mt-1 text-sm">{[by, formatDateTime(at)].filter(Boolean).join(' · ')}</p>
      </Notice>
    </div>
  )
}

type BesideProps = Omit<Props, 'issue'> & { code: string }

/** Beside the text of an answer: whether it is kept, who else is at it, and what it cites that does not hold. */
function BesideText({ moving: { move, writing, initial, seen, ownDraft }, beside, code, result }: BesideProps) {
  const text = result?.values?.text ?? initial.text ?? ''
  const shown = result?.conflict?.draft?.sha256 ?? result?.seen ?? seen
  usePutIn(result?.inserted, String(text))
  return (
    <>
      {move === 'submitAnswer' && (
        <KeepDraft key={result?.conflict?.draft?.sha256} code={code} areaId="move-text" seen={ownDraft ? seen : shown} own={ownDraft} writing={beside} />
      )}
      {writing && <CitationWarnings areaId="move-text" text={String(text)} register={writing.outOfForce} on={writing.today} />}
    </>
  )
}

/** What came back with a template in it, put into the field as if it had been typed there: so it is kept and read like that. */
function usePutIn(inserted: string | undefined, text: string) {
  useEffect(() => {
    const area = inserted === undefined ? null : document.getElementById('move-text')
    if (!(area instanceof HTMLTextAreaElement)) return
    area.value = text
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, [inserted, text])
}
