import { Fragment } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listAddress, type Asked, type Scope } from './addresses.ts'
import { formatNumber } from '#app/ui/format.ts'
import type { Box, Counts } from '#workflows/reports/boxes.ts'

type Of = { asked: Asked; counts: Counts; scope?: Scope }
type Props = Of & { box: Box }

/** A number that leads to exactly the issues it counts, also where there are none: the list says of what. */
export function Figure({ asked, box, counts, scope = asked.scope }: Props) {
  const { i18n } = useTranslation()
  const shown = formatNumber(counts[box], i18n.language)
  return <a href={listAddress(scope, box, asked.asOf)} className="link">{shown}</a>
}

/** What a rate divides by; where that is a sum, its parts, each with its own issues. */
export function Denominator({ boxes, ...of }: Of & { boxes: readonly Box[] }) {
  return boxes.map((box, at) => (
    <Fragment key={box}>
      {at > 0 && ' + '}
      <Figure box={box} {...of} />
    </Fragment>
  ))
}
