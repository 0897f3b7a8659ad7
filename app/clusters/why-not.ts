import type { Message } from '#app/i18n/message.ts'
import type { WhyNot } from '#workflows/clusters/together.ts'

/** The reason as a sentence of the interface; a state keeps its own sentence, because no two are worded alike. */
export const clusterWhyNot = (reason: WhyNot): Message =>
  reason.key === 'inState' ? { key: `clusters:whyNot.inState.${reason.params.state}` } : { key: `clusters:whyNot.${reason.key}` }
