import type { FileLine } from '#db/queries/files.ts'

/** The operator has said that files go out unscanned. Otherwise a file waits until a scanner has called it clean. */
export const goesUnscanned = () => process.env.FILE_SCAN === 'off'

export const isServed = ({ status }: Pick<FileLine, 'status'>) => status === 'clean' || (status === 'pending' && goesUnscanned())
