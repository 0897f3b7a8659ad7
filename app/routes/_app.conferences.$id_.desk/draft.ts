import { useEffect } from 'react'

const names = ['enterprise', 'group', 'text'] as const
const controlsOf = (form: HTMLFormElement) =>
  names.map((name) => form.elements.namedItem(name)).filter((one) => one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement)

/** A half-typed comment stays with its tab: a reload, a crash, a wrong link cost no word. `of` tells person and conference apart. */
export function useDraft(id: string, of: string) {
  const place = `desk-draft ${of}`
  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement)) return
    const controls = controlsOf(form)
    const text = controls.at(-1)
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as string[] | null
    if (kept && !text?.value) controls.forEach((control, at) => (control.value = kept[at] ?? ''))
    const keep = () => {
      if (text?.value.trim()) sessionStorage.setItem(place, JSON.stringify(controls.map(({ value }) => value)))
      else sessionStorage.removeItem(place)
    }
    form.addEventListener('input', keep)
    return () => form.removeEventListener('input', keep)
  }, [id, place])
  return () => sessionStorage.removeItem(place)
}
