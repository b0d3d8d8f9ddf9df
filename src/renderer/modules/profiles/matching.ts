import { folded } from '../../../shared/fuzzy'

/** Entries whose name or partner id contains what was typed, whatever its case and accents. */
export function matching<T extends { readonly name: string; readonly mpnId: string | null }>(
  entries: readonly T[],
  sought: string,
): readonly T[] {
  const wanted = folded(sought.trim())
  if (wanted === '') return entries
  return entries.filter(({ name, mpnId }) => folded(`${name} ${mpnId ?? ''}`).includes(wanted))
}
