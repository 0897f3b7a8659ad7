import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked } from './addresses.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { flatterers, type Counts } from '#workflows/reports/boxes.ts'
import { Figure } from './figure.tsx'

/** What could make the rates look better than the work was, and what is open without being the city's to answer. */
export function Beside({ asked, total }: { asked: Asked; total: Counts }) {
  const { t } = useTranslation()
  const items = [
    ...flatterers.map((box) => ({ term: t(`reports:box.${box}`), value: <Figure asked={asked} box={box} counts={total} /> })),
    { term: t('reports:upward'), value: <Figure asked={asked} box="upward" counts={total} /> },
  ]
  return (
    <Card title={t('reports:section.beside')}>
      <p className="mb-2 text-ink-soft">{t('reports:section.besideLead')}</p>
      <DefinitionList items={items} />
    </Card>
  )
}
