import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/tone.ts'
import type { DirectiveState } from '#workflows/directive/machine.ts'

const tones: Record<DirectiveState, Tone> = { asked: 'info', explained: 'teal', returned: 'warn', accepted: 'good', withdrawn: 'plain' }

export function StateOf({ state }: { state: DirectiveState }) {
  const { t } = useTranslation()
  return <Badge tone={tones[state]}>{t(`directives:state.${state}`)}</Badge>
}
