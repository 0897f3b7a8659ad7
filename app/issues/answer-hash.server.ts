import { sha256 } from '#app/http/sha256.ts'

type Written = { text: string; legalGround?: string | null }

/** What stands for a version of an answer: its text and, of a refusal, the ground it names. An answer has no attachments here. */
export const answerHash = ({ text, legalGround }: Written): string => sha256(legalGround ? `${text}\n\n${legalGround}` : text)
