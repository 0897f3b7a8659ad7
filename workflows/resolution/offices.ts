/** Two offices the rules name. The coordinating office's head takes in denunciations; the inspectorate handles them. */
export const coordinatingOffice = 'VPUB'
export const inspectorate = 'TTTP'
