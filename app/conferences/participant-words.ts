/** As the table of the invited has them; the browser may not read the schema. */
export const participantKinds = ['enterprise', 'association', 'unit', 'guest'] as const
export const invitationStates = ['invited', 'confirmed', 'declined'] as const
