import type { Translate } from '#app/i18n/instance.ts'
import type { Conclusion } from '#db/queries/conclusions.ts'
import { dayInWords } from '#workflows/documents/wording.ts'
import type { Signature } from '#workflows/documents/official.ts'

/** Who issues the papers of a conference, where, and over whose name. */
export type Issuing = { issuerAbove: string | null; issuer: string; place: string; signature: Signature }
export type Notice = Pick<Conclusion, 'issuer' | 'issuerAbove' | 'place' | 'authority' | 'signerPosition' | 'signerName' | 'number' | 'issuedOn'>

/** As the conference's notice of conclusions says; before there is one, the city's committee. */
export const issuingOf = (notice: Notice | undefined, t: Translate): Issuing => ({
  issuerAbove: notice?.issuerAbove ?? null,
  issuer: notice?.issuer ?? t('documents:issuer'),
  place: notice?.place ?? t('documents:place'),
  signature: {
    authority: notice?.signerPosition ? notice.authority : t('documents:authority'),
    position: notice?.signerPosition ?? t('documents:position'),
    name: notice?.signerName ?? null,
  },
})

/** «(Kèm theo Thông báo số 761/TB-UBND ngày 05 tháng 4 năm 2024 của …)», with room for what is not known yet. */
export const withNotice = (notice: Notice | undefined, t: Translate): string =>
  t('documents:withNotice', {
    number: notice?.number ?? '………', day: notice?.issuedOn ? dayInWords(notice.issuedOn) : t('documents:noDay'), issuer: inText(notice?.issuer, t),
  })

/** Heads are written in capitals, names within a text are not; of others than the usual one nobody knows which letters stay. */
const inText = (issuer: string | undefined, t: Translate): string => (issuer && issuer !== t('documents:issuer') ? issuer : t('documents:issuerInText'))

/** The words of a name within a sentence: «Hội nghị …» becomes «hội nghị …». */
export const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)
