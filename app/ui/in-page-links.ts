import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

/**
 * Lets every plain `<a href>` within the site change the page without loading a new document. One listener instead of
 * a router hook a link: those took a third of the time of a long table. A link to a file carries `download`.
 */
export function useInPageLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const to = event.defaultPrevented || event.button !== 0 || isModified(event) ? undefined : targetOf(event)
      if (!to) return
      event.preventDefault()
      navigate(to.pathname + to.search + to.hash, { replace: to.href === window.location.href })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}

const isModified = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

function targetOf({ target }: MouseEvent): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link?.href || link.origin !== window.location.origin) return undefined
  if (link.target || link.hasAttribute('download') || link.pathname.startsWith('/api/')) return undefined
  const { pathname, search } = window.location
  const withinPage = link.hash !== '' && link.pathname === pathname && link.search === search
  return withinPage ? undefined : link
}
