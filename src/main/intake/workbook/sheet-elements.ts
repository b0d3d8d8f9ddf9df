/** The elements of sheets and shared strings that mean something to a reader of values. */
export const elements = {
  other: 0,
  c: 1,
  v: 2,
  f: 3,
  t: 4,
  is: 5,
  si: 6,
  row: 7,
  rPh: 8,
  sheetData: 9,
  dimension: 10,
} as const

const [C, F, T, V, I, S] = [0x63, 0x66, 0x74, 0x76, 0x69, 0x73]

/** Which of them a name in bytes is. */
export function elementOf(bytes: Buffer, name: number, nameEnd: number): number {
  const first = bytes[name]
  switch (nameEnd - name) {
    case 1:
      if (first === C) return elements.c
      if (first === V) return elements.v
      if (first === T) return elements.t
      return first === F ? elements.f : elements.other
    case 2:
      if (bytes[name + 1] === S && first === I) return elements.is
      return bytes[name + 1] === I && first === S ? elements.si : elements.other
    case 3:
      return named(bytes, name, nameEnd, 'row', 'rPh')
    case 9:
      return named(bytes, name, nameEnd, 'sheetData', 'dimension')
    default:
      return elements.other
  }
}

function named(
  bytes: Buffer,
  name: number,
  nameEnd: number,
  ...known: readonly (keyof typeof elements)[]
): number {
  const text = bytes.toString('latin1', name, nameEnd)
  const found = known.find((each) => each === text)
  return found === undefined ? elements.other : elements[found]
}
