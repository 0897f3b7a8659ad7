/** The first `most` UTF-16 units of a text, one fewer where that would halve a character: jsonb refuses half of one. */
export const cutTo = (text: string, most: number) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
