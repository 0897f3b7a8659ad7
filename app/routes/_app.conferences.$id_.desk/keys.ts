import { useEffect } from 'react'

/** While an input method puts a word together, its keys are its own; 229 is how some browsers say so. */
const composes = ({ isComposing, keyCode }: KeyboardEvent) => isComposing || keyCode === 229

/**
 * Ctrl+Enter (on a Mac ⌘) writes down what stands in the form one is in, else in the form `main`; Alt+Enter takes down what the
 * chair promised. Never with Shift or with two at once: Ctrl+Shift and Alt+Shift switch Vietnamese input on and off, and
 * Ctrl+Alt is AltGr, which types letters.
 */
export function useKeys(main: string, promised: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, target } = event
      const one = [ctrlKey, metaKey, altKey].filter(Boolean).length === 1
      if (key !== 'Enter' || !one || shiftKey || repeat || composes(event)) return
      event.preventDefault()
      if (altKey) return promised()
      const form = (target instanceof Element && target.closest<HTMLFormElement>('form[method=post]')) || document.querySelector<HTMLFormElement>(`#${main}`)
      form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[type=submit]'))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [main, promised])
}
