/**
 * Puts a value at the end of a line of those asked for last, and forgets the first ones of a line that
 * has grown longer than `most`.
 */
export function keepLatest<K, V>(line: Map<K, V>, key: K, value: V, most: number): void {
  line.delete(key)
  line.set(key, value)
  for (const oldest of line.keys()) {
    if (line.size <= most) break
    line.delete(oldest)
  }
}
