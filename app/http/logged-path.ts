/** A path as it may stand in a log: what opens something by itself is left out. */
export const loggedPath = (path: string) => path.replace(/^(\/v\/)[^/.]+/, '$1…')
