import { z } from 'zod'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FieldProps } from '#app/ui/field.tsx'
import { FileInput } from '#app/ui/file-input.tsx'
import { isTaken, mostBytes, mostFiles, mostMegabytes, takenEndings } from '#workflows/files/kinds.ts'
import type { FileCard } from './file-card.server.ts'
import { FileName } from './file-list.tsx'

/** What the browser can see of chosen files before they travel; the server looks into them. */
export const uploadSchema = z.object({
  upload: z.array(z.unknown()).superRefine((chosen, ctx) => {
    const files = chosen.filter((one) => one instanceof File && one.name !== '') as File[]
    const wrong = files.find((file) => !isTaken(file.name))
    const big = files.some((file) => file.size > mostBytes)
    const bounds = { origin: 'array', input: chosen } as const
    if (wrong) ctx.addIssue({ code: 'custom', message: 'files:ending', input: chosen })
    if (big) ctx.addIssue({ code: 'too_big', maximum: mostMegabytes, message: 'files:oneTooBig', ...bounds })
    if (files.length > mostFiles) ctx.addIssue({ code: 'too_big', maximum: mostFiles, message: 'files:tooMany', ...bounds })
  }),
})

type Props = { attached: FileCard[]; field: FieldProps & { label: string } }

/** What hangs on the form already, to be kept or left out, and more to be chosen. Its form is multipart. */
export function FilesField({ attached, field }: Props) {
  const { t } = useTranslation()
  return (
    <div className="space-y-3">
      {attached.length > 0 && (
        <fieldset>
          <legend className="font-semibold">{t('files:keep')}</legend>
          <p className="text-sm text-ink-soft">{t('files:keepHint')}</p>
          {attached.map((file) => (
            <label key={file.id} className="mt-1 flex min-h-6 items-start gap-2">
              <input type="checkbox" name="files" value={file.id} defaultChecked className="mt-2 size-5 shrink-0" />
              <FileName file={file} />
            </label>
          ))}
        </fieldset>
      )}
      <FileInput
        multiple optional accept={takenEndings.map((one) => `.${one}`).join()}
        hint={t('files:hint', { max: mostFiles, megabytes: mostMegabytes, endings: takenEndings.join(', ') })} {...field}
      />
    </div>
  )
}
