import { stages } from '#workflows/deadlines/reminders.ts'
import { translator, type Language } from '#app/i18n/instance.ts'
import { areaOf } from './place-of.ts'

export type About = {
  kind: string
  params: Record<string, string | number>
  link: string
  /** Where the receiver may say, once and without signing in, whether it is solved. */
  verdict?: string
  /** What it lists, each with its own address. */
  lines?: { words: string; link: string }[]
}
type To = { name: string; language: Language }

/** A notice as a letter, in the language of its receiver: no word of the issue itself, which is read behind sign-in. */
export function letterOf({ kind, params, link, verdict, lines = [], ...to }: About & To) {
  const t = translator(to.language)
  const sentence = t(`notices:kind.${kind}`, params)
  const area = areaOf({ kind, params })
  const text = [sentence, ...(lines.length > 0 ? [lines.map((one) => `- ${one.words}: ${one.link}`).join('\n')] : []), ...(verdict ? [t('notices:mail.verdict', { link: verdict })] : []), t(`${area}:mail.link`, { link })]
  const asked = verdict ? `<p>${linked(verdict, t('notices:mail.verdictOpen'))}</p>` : ''
  const listed = lines.length > 0 ? `<ul>${lines.map((one) => `<li>${linked(one.link, one.words)}</li>`).join('')}</ul>` : ''
  return framed(to, sentence.replace(/\.$/, ''), text, `<p>${escape(sentence)}</p>${listed}${asked}<p>${linked(link, t(`${area}:mail.open`))}</p>`, t(`${area}:mail.why`))
}

/** More would be no letter any more; the rest is in the inbox. */
const mostItems = 100

/** All reminders of one person as one letter, what is latest first. `inbox` is where the rest can be read. */
export function digestOf(items: About[], inbox: string, to: To) {
  const [only] = items
  if (only && items.length === 1) return letterOf({ ...only, ...to })
  const t = translator(to.language)
  const all = [...items.filter((one) => !isRecomputed(one)).sort((a, b) => urgency(b) - urgency(a)), ...together(items.filter(isRecomputed))]
  const shown = all.slice(0, mostItems)
  const count = all.length - shown.length
  const lines = shown.map(({ kind, params, link }) => ({ sentence: t(`notices:kind.${kind}`, params), link }))
  const intro = t('notices:mail.digest.intro')
  const text = [intro, ...lines.map(({ sentence, link }) => `- ${sentence}\n  ${link}`), ...(count > 0 ? [t('notices:mail.digest.more', { count, link: inbox })] : [])]
  const list = lines.map(({ sentence, link }) => `<li>${linked(link, sentence)}</li>`).join('')
  const rest = count > 0 ? `<p>${linked(inbox, t('notices:mail.digest.moreOpen', { count }))}</p>` : ''
  return framed(to, t('notices:mail.digest.subject', { count: all.length }), text, `<p>${escape(intro)}</p><ul>${list}</ul>${rest}`)
}

const isRecomputed = ({ kind }: About) => kind.startsWith('remind.recomputed.')

/** Several changes of the calendar or of terms are one line: how many dates were recomputed in all, over how many changes. */
function together(items: About[]): About[] {
  const [first, ...rest] = items
  if (!first || rest.length === 0) return items
  const count = items.reduce((sum, { params }) => sum + Number(params.count), 0)
  return [{ kind: 'remind.recomputed.several', params: { count, changes: items.length }, link: first.link }]
}

const urgency = ({ kind }: About) => stages.findIndex((stage) => kind === `remind.${stage}`)

function framed({ name, language }: To, subject: string, text: string[], html: string, why = translator(language)('notices:mail.why')) {
  const greeting = translator(language)('notices:mail.greeting', { name })
  return {
    subject,
    text: [greeting, ...text, `-- \n${why}`].join('\n\n'),
    html:
      `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.6;color:#17222e">` +
      `<p>${escape(greeting)}</p>${html}<p style="color:#4b5967;font-size:0.875em">${escape(why)}</p></body></html>`,
  }
}

const linked = (href: string, words: string) => `<a href="${escape(href)}">${escape(words)}</a>`
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
