export type Params = Record<string, string | number>

/** A sentence as data: the key of a text («namespace:path») and what goes into it. */
export type Message = { key: string; params?: Params }

/** Field name → what is wrong with it; the empty name is the form as a whole. */
export type FieldErrors = Record<string, Message>
