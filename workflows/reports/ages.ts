/** Working days that part the bands of age: up to and including the first, up to the second, …, more than the last. */
export const ageLimits = [5, 10, 20, 40] as const
/** `from` working days up to `to`; the last band is open. */
export const ageBands = [...ageLimits, undefined].map((to, place) => ({ from: place === 0 ? 0 : ageLimits[place - 1]! + 1, to }))
export const ageDefinition = { id: 'age', version: 1 } as const
