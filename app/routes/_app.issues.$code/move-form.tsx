import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { moveFields, type MoveField as Spec } from '#app/issues/move-fields.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { ownPath } from '#app/http/own-path.ts'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { moveSchemas } from '#workflows/resolution/moves.ts'
import { MoveField } from './move-field.tsx'
import { fieldLabel } from './words.ts'

type Result = Partial<FormResult> & { conflict?: { version: number; draft?: { sha256: string } } }
type Props = { moving: NonNullable<IssueView['moving']>; issue: Pick<IssueView['issue'], 'code' | 'version'>; result?: Result | null }

/** The form of one move. After a conflict it holds what was typed and speaks of the new version. */
export function MoveForm({ moving: { move, initial, choices, seen, opinionsOut }, issue, result }: Props) {
  const { t } = useTranslation()
  const fields = moveFields[move].filter((one: Spec) => !one.unasked && (one.name !== 'overOpenOpinions' || opinionsOut > 0))
  const labels = Object.fromEntries(fields.map(({ name }) => [name, fieldLabel(t, move, name)]))
  const form = useHouseForm(moveSchemas[move], { id: 'move', labels, initial, result })
  const again = result?.conflict
  const back = ownPath(useSearchParams()[0].get('returnTo'), `/issues/${issue.code}`)
  return (
    <Card title={t(`moves:name.${move}`)} id="form">
      <div className="max-w-3xl">
        <p className="mb-5 text-ink-soft">{t(`moves:about.${move}`)}</p>
        <HouseForm form={form}>
          <input type="hidden" name="move" value={move} readOnly />
          <input type="hidden" name="version" value={again?.version ?? issue.version} readOnly />
          {move === 'submitAnswer' && <input type="hidden" name="seen" value={again?.draft?.sha256 ?? seen} readOnly />}
          {fields.map((spec) => <MoveField key={spec.name} spec={spec} choices={choices} field={form.field(spec.name)} />)}
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
