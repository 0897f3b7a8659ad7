import { useTranslation } from 'react-i18next'

export default function Index() {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="text-2xl font-semibold">{t('common:product.name')}</h1>
      <p className="mt-2">{t('common:product.tagline')}</p>
    </>
  )
}
