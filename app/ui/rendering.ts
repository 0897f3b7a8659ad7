import { createContext } from 'react'

/** Known while rendering on the server only; a browser hides nonces from scripts, so there it stays empty. */
export const Nonce = createContext('')
