import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { qrOf } from '#app/conferences/qr.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { titled } from '#app/i18n/title.ts'
import { formatDate } from '#app/ui/format.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'before:qr.title', { title: data?.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'coordinator', 'secretary')
  const { id, title, heldOn, collectUntil, publicFormKey } = await conferenceAsked(db(), args.params.id)
  const origin = process.env.PUBLIC_ORIGIN ?? new URL(args.request.url).origin
  const address = `${origin}/f/${publicFormKey ?? notFound('form')}`
  return { id, title, heldOn, collectUntil, address, qr: qrOf(address) }
}

/** One sheet to be printed and put up: what it is for, the code, and the address for who cannot read codes. */
export default function QrSheet() {
  const { t } = useTranslation()
  const { id, title, heldOn, collectUntil, address, qr } = useLoaderData<typeof loader>()
  return (
    <div className="mx-auto max-w-2xl space-y-6 text-center">
      <p className="text-left print:hidden"><a className="link inline-block py-1" href={`/conferences/${id}/plan`}>{t('before:qr.back')}</a></p>
      <h1 className="text-3xl font-bold wrap-break-word">{t('before:qr.heading')}</h1>
      <p className="text-xl">{t('filing:conference.one', { title, date: formatDate(heldOn) })}</p>
      <svg role="img" aria-label={t('before:qr.image')} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" className="mx-auto w-full max-w-md bg-paper">
        <path d={qr.path} fill="#000" />
      </svg>
      <p>{t('before:qr.how')}</p>
      <p className="numbers text-xl font-bold wrap-anywhere">{address}</p>
      {collectUntil && <p>{t('before:publicForm.until', { date: formatDate(collectUntil) })}</p>}
      <p className="print:hidden">{t('before:qr.print')}</p>
    </div>
  )
}
