import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { register, type Language } from '#app/i18n/instance.ts'
import { Rendering } from '#app/ui/rendering.ts'

/**
 * Until the page's data are read, `RemixBrowser` suspends with nothing above it to wait in. A press in that moment
 * makes React 18 give up the root (its error 345). What it throws is the promise of the data: so they come first.
 */
async function pageData() {
  try {
    RemixBrowser({})
  } catch (decoding) {
    await decoding
  }
}

/** A browser loads the texts of the page's language only. */
async function start() {
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi'
  const texts = language === 'en' ? import('#app/i18n/resources.en.ts') : import('#app/i18n/resources.vi.ts')
  const i18n = register(language, (await texts).default)
  const requestId = document.querySelector<HTMLMetaElement>('meta[name=request-id]')?.content ?? ''
  await pageData()
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Rendering.Provider value={{ nonce: '', requestId }}>
          <I18nextProvider i18n={i18n}>
            <RemixBrowser />
          </I18nextProvider>
        </Rendering.Provider>
      </StrictMode>,
    )
  })
}

void start()
