import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { register, type Language } from '#app/i18n/instance.ts'
import { Rendering } from '#app/ui/rendering.ts'

/** A browser loads the texts of the page's language only. */
async function start() {
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi'
  const texts = language === 'en' ? import('#app/i18n/resources.en.ts') : import('#app/i18n/resources.vi.ts')
  const i18n = register(language, (await texts).default)
  const requestId = document.querySelector<HTMLMetaElement>('meta[name=request-id]')?.content ?? ''
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
