import { useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from './notice.tsx'

/** After a move: what was done, said once on the page one lands on («?done=accept&code=KN26-00001»). */
export function MoveDone() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const done = search.get('done') ?? ''
  // what a filer did is told to others in the third person, to the filer not
  const said = t(`moves:said.${done}`, { defaultValue: t(`moves:done.${done}`) })
  // no list of names here: it comes with every form's schema, and a page to read does without those
  if (!/^\w{1,40}$/.test(done) || said.endsWith(`done.${done}`)) return null
  const code = search.get('code') ?? ''
  return (
    <div className="mb-5" role="status">
      <Notice tone="good" title={`${/^[\w-]{1,40}$/.test(code) ? `${code}: ` : ''}${said}`} />
    </div>
  )
}
