/** A list with one entry moved by one place, as far as there is one. */
export function moved(list: readonly string[], id: string, by: 1 | -1): readonly string[] {
  const from = list.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return list
  return list.with(from, list[to] as string).with(to, id)
}
