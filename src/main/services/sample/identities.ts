/**
 * A tenant id for an invented customer: always the same for the same name, in the form of a
 * random GUID. FNV-1a over the name, once for each of the four groups of digits.
 */
export function tenantIdOf(name: string): string {
  const [a, b, c, d] = [1, 2, 3, 4].map((salt) => hash(`${String(salt)}:${name}`))
  const digits = `${a}${b}${c}${d}`
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return (value >>> 0).toString(16).padStart(8, '0')
}
