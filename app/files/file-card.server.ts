import type { AttachedFile, FileLine } from '#db/queries/files.ts'
import { isServed } from './scanning.server.ts'

export type FileCard = Pick<FileLine, 'id' | 'name' | 'size' | 'status'> & { served: boolean }

/** What a page shows of a file: whether it may be had depends on the scanner, and is said. */
export const cardOf = (file: FileLine): FileCard => ({ id: file.id, name: file.name, size: file.size, status: file.status, served: isServed(file) })

type Where = Partial<Pick<AttachedFile, 'kind' | 'answer' | 'commitment' | 'opinion'>>

/** The files that hang there, as cards. */
export const cardsAt = (files: AttachedFile[], where: Where): FileCard[] =>
  files.filter((file) => Object.entries(where).every(([name, value]) => file[name as keyof Where] === value)).map(cardOf)
