/**
 * What people call a topic. `decisive` outweighs anything else said (another legal track); `strong` settles it alone,
 * `usual` speaks for it, `weak` only tips a balance.
 * Written with full Vietnamese marks and without abbreviations: both are unfolded before matching.
 */
type TopicWords = { decisive?: string[]; strong?: string[]; usual?: string[]; weak?: string[] }

export type Lexicon = Record<string, TopicWords>
