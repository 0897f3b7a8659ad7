import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { hallView } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useFresh } from '#app/ui/fresh.ts'

/** For the projector: nothing around it, no names, nothing to press. */
export const handle = { bare: true }
export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'desk:hall.title', { title: data?.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator', 'leader')
  return hallView(db(), args.params.id, languageOf(args.request, actor))
}

/** What the desks write stands here within two seconds. */
const everyMs = 1_500
const figures = ['received', 'answered', 'promised'] as const

export default function Hall() {
  const { t } = useTranslation()
  const loaded = useLoaderData<typeof loader>()
  const [{ title, rows, total }] = useFresh(loaded, `/conferences/${loaded.id}/figures`, everyMs)
  return (
    <main id="main" className="min-h-screen bg-navy-deep p-6 text-paper lg:p-12">
      <h1 className="text-2xl font-bold lg:text-4xl">{title}</h1>
      <dl className="mt-8 grid gap-4 sm:grid-cols-3">
        {figures.map((name) => (
          <div key={name} className="rounded bg-navy p-6">
            <dt className="text-lg lg:text-2xl">{t(`desk:hall.${name}`)}</dt>
            <dd className="numbers mt-2 text-5xl font-bold lg:text-7xl">{total[name]}</dd>
          </div>
        ))}
      </dl>
      <table className="numbers mt-10 w-full text-lg lg:text-2xl">
        <caption className="sr-only">{t('desk:hall.byGroup')}</caption>
        <thead>
          <tr className="border-b border-paper/40 text-left">
            <th scope="col" className="py-2 pr-4">{t('desk:hall.group')}</th>
            {figures.map((name) => <th key={name} scope="col" className="py-2 pl-4 text-right">{t(`desk:hall.${name}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code ?? ''} className="border-b border-paper/20">
              <th scope="row" className="py-3 pr-4 text-left font-semibold">{row.label ?? t('conferences:group.none')}</th>
              {figures.map((name) => <td key={name} className="py-3 pl-4 text-right">{row[name]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
