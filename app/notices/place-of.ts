type About = { kind: string; params: Record<string, string | number> }

export const isInvitation = ({ kind }: Pick<About, 'kind'>) => kind === 'conference.invited'

/** Where what a notice is about can be read. */
export const placeOf = ({ kind, params }: About) =>
  isInvitation({ kind }) ? '/invitations' : params.code === undefined ? '/notices' : `/issues/${encodeURIComponent(String(params.code))}`
