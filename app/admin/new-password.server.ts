import { randomInt } from 'node:crypto'

/** No letter or digit that is mistaken for another when read out or copied from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** About 79 bits, in four groups: «k7mq-x2rt-…». */
export const newPassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')
