import { createContext } from 'react'

/**
 * What only the server knows while it renders. A browser hides nonces from scripts, so there the nonce is empty; the
 * request id comes back from the page's head, also where no loader could deliver it.
 */
export const Rendering = createContext({ nonce: '', requestId: '' })
