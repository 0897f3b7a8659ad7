import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { hallView } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useLive } from '#app/live/use-live.ts'

/** For the projector: nothing around it, no names unless allowed, nothing to press. */
export const handle = { bare: true }
export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'desk:hall.title', { title: data?.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator', 'leader', 'auditor')
  return hallView(db(), args.params.id, languageOf(args.request, actor))
}

const figures = ['received', 'answered', 'promised'] as const

/** Sizes go by the screen's width and height: a hall's projector shows all of it at once, and is read from the back. */
export default function Hall() {
  const { t } = useTranslation()
  const loaded = useLoaderData<typeof loader>()
  const { now, live } = useLive(loaded, `/conferences/${loaded.id}/figures`, `/conferences/${loaded.id}/live`)
  const { title, rows, total, floor } = now
  return (
    <main id="main" className="flex min-h-dvh flex-col gap-[2vmin] bg-navy-deep p-[3vmin] text-paper">
      <h1 className="text-[max(1.25rem,3.6vmin)] leading-tight font-bold">{title}</h1>
      {floor.now && <Floor now={floor.now} next={floor.next} />}
      <dl className="grid gap-[2vmin] sm:grid-cols-3">
        {figures.map((name) => (
          <div key={name} className="flex items-baseline justify-between gap-4 rounded bg-navy px-[3vmin] py-[1.5vmin] sm:block">
            <dt className="text-[max(1.125rem,3.4vmin)] leading-snug">{t(`desk:hall.${name}`)}</dt>
            <dd className="numbers text-[max(2.5rem,12vmin)] leading-none font-bold">{total[name]}</dd>
          </div>
        ))}
      </dl>
      <table className="numbers w-full text-[max(1rem,3.5vmin)] leading-tight">
        <caption className="sr-only">{t('desk:hall.byGroup')}</caption>
        <thead>
          <tr className="border-b-2 border-paper/60 text-left">
            <th scope="col" className="py-[1vmin] pr-4 font-semibold">{t('desk:hall.group')}</th>
            {figures.map((name) => <th key={name} scope="col" className="py-[1vmin] pl-2 text-right font-semibold sm:pl-4">{t(`desk:hall.short.${name}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code ?? ''} className="border-b border-paper/30">
              <th scope="row" className="py-[1vmin] pr-4 text-left font-semibold">{row.label ?? t('conferences:group.none')}</th>
              {figures.map((name) => <td key={name} className="py-[1vmin] pl-2 text-right font-bold sm:pl-4">{row[name]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-auto text-right text-sm" role="status">{live ? '' : t('desk:hall.apart')}</p>
    </main>
  )
}

function Floor({ now, next }: { now: string; next: string | null }) {
  const { t } = useTranslation()
  return (
    <div className="rounded bg-paper px-[3vmin] py-[1.5vmin] text-navy-deep">
      <p className="text-[max(1.25rem,4.4vmin)] leading-tight wrap-anywhere"><span className="font-normal">{t('desk:hall.now')}: </span><strong>{now}</strong></p>
      {next && <p className="text-[max(1rem,2.8vmin)] leading-tight wrap-anywhere">{t('desk:hall.next')}: {next}</p>}
    </div>
  )
}
