/** What a mark says: reached, not reached, nothing known, look here, good to know. */
export type Tone = 'met' | 'unmet' | 'none' | 'warning' | 'note'
