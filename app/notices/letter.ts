import { translator, type Language } from '#app/i18n/instance.ts'

type About = { kind: string; params: Record<string, string | number>; name: string; language: Language; link: string }

/** A notice as a letter, in the language of its receiver: no word of the issue itself, which is read behind sign-in. */
export function letterOf({ kind, params, name, language, link }: About) {
  const t = translator(language)
  const sentence = t(`notices:kind.${kind}`, params)
  const greeting = t('notices:mail.greeting', { name })
  const why = t('notices:mail.why')
  return {
    subject: sentence.replace(/\.$/, ''),
    text: [greeting, sentence, t('notices:mail.link', { link }), `-- \n${why}`].join('\n\n'),
    html:
      `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.6;color:#17222e">` +
      `<p>${escape(greeting)}</p><p>${escape(sentence)}</p>` +
      `<p><a href="${escape(link)}">${escape(t('notices:mail.open'))}</a></p>` +
      `<p style="color:#4b5967;font-size:0.875em">${escape(why)}</p></body></html>`,
  }
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
