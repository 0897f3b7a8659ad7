import { sha256 } from '#app/http/sha256.ts'

type Attached = { id: number; name?: string; sha256?: string }
type Written = { text: string; legalGround?: string | null; files?: readonly Attached[] }

/**
 * What stands for a version of an answer: its text, of a refusal the ground it names, and the name and bytes of each
 * attachment. Without attachments it is the hash that versions had before there were any; a text holds no NUL, so none can
 * pass for a text with attachments.
 */
export function answerHash({ text, legalGround, files = [] }: Written): string {
  const words = sha256(legalGround ? `${text}\n\n${legalGround}` : text)
  const attached = [...files].sort((one, other) => one.id - other.id).map((file) => `${file.sha256} ${file.name}`)
  return attached.length === 0 ? words : sha256([words, ...attached].join('\0'))
}
