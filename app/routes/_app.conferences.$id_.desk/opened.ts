import { useCallback, useState } from 'react'
import type { About, Fields, Kind, Waiting } from './outbox.ts'

/**
 * A form beside the capture form: an answer, a promise, or something refused that is being corrected (`row`). Several may
 * be open: who speaks next waits for nobody, and what is half typed stays.
 */
export type Opened = {
  id: string
  form: Kind
  about: About
  /** When it was opened: the moment at which the chair promised. */
  saidAt?: string
  fields?: Fields
  row?: Waiting
  /** Opened by a press, which takes the cursor there. */
  byHand?: boolean
}

type Asked = { form: 'answer' | 'promise'; about: About } | null

const idOf = (form: Kind, about: About) => `${form}-${about.code ?? about.capture?.replaceAll('.', '-') ?? 'x'}`

export function useOpened(asked: Asked) {
  const [opened, setOpened] = useState<Opened[]>(asked ? [{ ...asked, id: idOf(asked.form, asked.about) }] : [])
  const add = useCallback((one: Opened) => setOpened((all) => (all.some(({ id }) => id === one.id) ? all : [one, ...all])), [])
  const open = useCallback((form: 'answer' | 'promise', about: About) => {
    add({ id: idOf(form, about), form, about, saidAt: new Date().toISOString(), byHand: true })
  }, [add])
  const reopen = useCallback((row: Waiting) => {
    const { kind, fields, about = { enterprise: null, text: '' }, n } = row
    add({ id: `row-${n}`, form: kind, about, saidAt: fields.saidAt, fields, row, byHand: true })
  }, [add])
  const close = useCallback((id: string) => setOpened((all) => all.filter((one) => one.id !== id)), [])
  return { opened, open, reopen, close }
}
