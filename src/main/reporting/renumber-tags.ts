import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'

const typeKey = PDFName.of('Type')
const idKey = PDFName.of('ID')
const structElement = PDFName.of('StructElem')

/** What a reader hears or reads; an id that stands in there is a word and stays. */
const spoken = new Set(['Alt', 'ActualText', 'T', 'E', 'Title', 'Lang'].map(PDFName.of))

/**
 * Renumbers the ids of the tags from 1. A browser counts them on from one printed page to the next,
 * so that the second report of a session would differ from the first in nothing but these. Their
 * order stays, and with it the sorted tree by which readers find the head of a table's cell.
 */
export function renumberTags({ context }: PDFDocument): void {
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  const ids = objects.flatMap(idOf).toSorted()
  const renamed = new Map(ids.map((id, index) => [id, PDFString.of(tagName(index + 1))]))
  if (renamed.size > 0) for (const object of objects) rename(object, renamed)
}

function idOf(object: PDFObject): string[] {
  if (!(object instanceof PDFDict) || object.get(typeKey) !== structElement) return []
  const id = object.get(idKey)
  return id instanceof PDFString ? [id.asString()] : []
}

/** Of one width, so that the order of the numbers is the order of the texts. */
function tagName(number: number): string {
  return `node${String(number).padStart(8, '0')}`
}

/** Changes ids wherever they stand: on a tag, as the heads of a cell, in the tree of all ids. */
function rename(object: PDFObject, renamed: ReadonlyMap<string, PDFString>): void {
  if (object instanceof PDFArray) {
    object.asArray().forEach((item, index) => {
      const other = replacement(item, renamed)
      if (other) object.set(index, other)
      else rename(item, renamed)
    })
  } else if (object instanceof PDFDict) {
    for (const [key, item] of object.entries()) {
      if (spoken.has(key)) continue
      const other = replacement(item, renamed)
      if (other) object.set(key, other)
      else rename(item, renamed)
    }
  }
}

function replacement(object: PDFObject, renamed: ReadonlyMap<string, PDFString>) {
  return object instanceof PDFString ? renamed.get(object.asString()) : undefined
}
