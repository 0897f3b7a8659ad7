import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { homeOf } from '#app/access/home-of.ts'
import { viewer } from '#app/access/viewer.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await viewer(args)
  if (actor) throw redirect(homeOf(actor.role))
  return null
}

export default function Welcome() {
  const { t } = useTranslation()
  return (
    <div className="max-w-3xl">
      <PageHeader title={t('common:product.tagline')} lead={t('access:welcome.lead')} />
      <LinkButton to="/sign-in">{t('access:welcome.signIn')}</LinkButton>
    </div>
  )
}
