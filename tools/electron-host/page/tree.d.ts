/** A structured clone as JSON: plain values for themselves, everything else as [kind, …]. */
export type Tree = string | number | boolean | null | Tree[]
