import nodemailer from 'nodemailer'
import type { Env } from '#app/http/env.ts'

type Letter = { id: string; to: { name: string; address: string }; subject: string; text: string; html: string }
export type Mailer = { origin: string; send: (letter: Letter) => Promise<void> }

type Settings = Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_ORIGIN' | 'PORT'>

/**
 * Hands letters to the server of SMTP_URL, a conversation each: a shared connection would resend by itself what broke
 * off, and only the queue may decide that. `send` resolves when the server has taken responsibility for the letter, and
 * fails when it says nothing for `silenceMs` or has not come to an end after eight times as long.
 */
export function mailer(env: Settings, silenceMs = 30_000): Mailer | undefined {
  if (!env.SMTP_URL) return undefined
  const origin = env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`
  const transport = nodemailer.createTransport({
    url: env.SMTP_URL,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    origin,
    send: async ({ id, ...letter }) => {
      const message = {
        ...letter,
        from: env.MAIL_FROM,
        messageId: `<${id}@${new URL(origin).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        // a server that says a byte now and then is never silent
        signal: AbortSignal.timeout(8 * silenceMs),
      }
      await transport.sendMail(message)
    },
  }
}

/** The server has judged this letter and will judge it the same tomorrow; a failed log-in or a full disk is not that. */
export const isPermanent = (error: unknown): boolean => {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return responseCode >= 500 && responseCode < 600 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}
