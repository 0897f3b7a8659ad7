import { isReport, reportPlace } from './report-lines.ts'

type About = { kind: string; params: Record<string, string | number> }

export const isInvitation = ({ kind }: Pick<About, 'kind'>) => kind === 'conference.invited'

/** A demand for an explanation, or a reminder of one: its `code` is the number of the demand. */
export const isDirective = ({ kind, params }: About) => kind.startsWith('directive.') || params.clock === 'directive'

/** Whose words a letter about it is told in, beside its sentence. */
export const areaOf = (about: About) => (isInvitation(about) ? 'before' : isReport(about) ? 'schedules' : isDirective(about) ? 'directives' : 'notices')

/** The issues that one notice of a batch lists, each with a public page of its own. */
export const publishedIn = ({ kind, params }: About) =>
  kind === 'publication.batch' ? String(params.codes).split(', ').map((code) => ({ code, path: `/published/${encodeURIComponent(code)}` })) : []

/** Where what a notice is about can be read. */
export const placeOf = ({ kind, params }: About) =>
  isReport({ kind }) ? reportPlace({ kind, params }) : isDirective({ kind, params }) ? `/directives/${params.code}` : isInvitation({ kind }) ? '/invitations' : kind === 'publication.batch' ? '/issues' : params.code === undefined ? '/notices' : `/issues/${encodeURIComponent(String(params.code))}`
