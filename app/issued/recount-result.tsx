import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDateTime, formatNumber } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { boxNames } from '#workflows/reports/boxes.ts'
import type { Difference } from '#workflows/reports/issued.ts'
import type { Recount } from './issued-view.server.ts'

/** More are no longer read one by one. */
const mostSaid = 60

/** What counting again gave: the same to the last number, or each number that differs, and what could explain it. */
export function RecountResult({ recount }: { recount: Recount }) {
  const { t } = useTranslation()
  const { differences, taken, at, redefined, ofToday } = recount
  return (
    <div className="mb-6" id="recount">
      {differences.length === 0 ? (
        <Notice tone="good" alert title={t('issued:recount.same', { at: formatDateTime(at) })}>{t('issued:recount.sameLead')}</Notice>
      ) : (
        <Notice tone="warn" alert title={t('issued:recount.differs', { count: differences.length })}>
          <ul className="my-2 list-disc space-y-1 pl-5">
            {taken.annulled > 0 && <li>{t('issued:recount.annulled', { count: taken.annulled })}</li>}
            {taken.denounced > 0 && <li>{t('issued:recount.denounced', { count: taken.denounced })}</li>}
            {ofToday && <li>{t('issued:recount.ofToday')}</li>}
            {taken.annulled + taken.denounced === 0 && !ofToday && <li>{t('issued:recount.unexplained')}</li>}
          </ul>
          <ul className="list-disc space-y-1 pl-5">{differences.slice(0, mostSaid).map((one, at) => <li key={at}><Line of={one} /></li>)}</ul>
          {differences.length > mostSaid && <p>{t('issued:recount.more', { count: differences.length - mostSaid })}</p>}
        </Notice>
      )}
      {redefined.length > 0 && <p className="mt-3">{t('issued:recount.redefined', { names: redefined.map((id) => t(`reports:rate.${id}`)).join(', ') })}</p>}
    </div>
  )
}

function Line({ of: { table, row, column, was, now } }: { of: Difference }) {
  const { t, i18n } = useTranslation()
  const isBox = table === 'boxes' && (boxNames as string[]).includes(column)
  return t('issued:recount.line', {
    row: row ? row[i18n.language === 'en' ? 'en' : 'vi'] : t('reports:heading.total'), column: t(isBox ? `reports:box.${column}` : `issued:column.${column}`),
    was: formatNumber(was, i18n.language), now: formatNumber(now, i18n.language),
  })
}
