/**
 * What people call a topic. `strong` settles it alone, `usual` speaks for it, `weak` only tips a balance.
 * Written with full Vietnamese marks and without abbreviations: both are unfolded before matching.
 */
export type TopicWords = { strong?: string[]; usual?: string[]; weak?: string[] }

export type Lexicon = Record<string, TopicWords>
