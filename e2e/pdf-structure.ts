import { readFileSync } from 'node:fs'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** One tag of a PDF as a screen reader walks it. */
export interface Tag {
  /** "H2", "Table", "TR", "TH", "Figure" … */
  readonly kind: string
  readonly alt: string | undefined
  /** Which cells a head of a table stands for. */
  readonly scope: string | undefined
  readonly children: readonly Tag[]
  /** Pages, from 1, on which anything below the tag is printed. */
  readonly pages: ReadonlySet<number>
}

/** The tag tree of a PDF; throws for a file without one. */
export async function readTags(path: string): Promise<Tag> {
  const document = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  const pageOf = new Map(document.getPages().map(({ ref }, at) => [ref.toString(), at + 1]))
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  return tagOf({ look: (object) => document.context.lookup(object), pageOf }, root, undefined)
}

/** All tags of a kind, in reading order. */
export function tagsOf(tag: Tag, kind: RegExp): Tag[] {
  return [
    ...(kind.test(tag.kind) ? [tag] : []),
    ...tag.children.flatMap((one) => tagsOf(one, kind)),
  ]
}

/** Tags that print something themselves, in reading order: what follows a heading is the next one. */
export function leavesOf(tag: Tag): Tag[] {
  return tag.children.length === 0 ? [tag] : tag.children.flatMap(leavesOf)
}

/** What an author, a program or a browser left of itself in the file: its information dictionary and XMP. */
export async function readInformation(path: string): Promise<readonly string[]> {
  const document = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  const { context } = document
  const information = context.lookup(context.trailerInfo.Info, PDFDict)
  const metadata = document.catalog.get(PDFName.of('Metadata'))
  return [
    ...information.entries().map(([key, value]) => `${key.toString()} ${textOf(value) ?? ''}`),
    ...(metadata ? [String(context.lookup(metadata))] : []),
  ]
}

interface Reading {
  readonly look: (object: PDFObject) => PDFObject | undefined
  readonly pageOf: ReadonlyMap<string, number>
}

function tagOf(reading: Reading, dict: PDFDict, inherited: number | undefined): Tag {
  const page = pageNumber(reading, dict) ?? inherited
  const children: Tag[] = []
  const pages = new Set<number>()
  for (const kid of kidsOf(reading, dict)) {
    if (kid instanceof PDFNumber && page !== undefined) pages.add(page)
    if (!(kid instanceof PDFDict)) continue
    if (kid.has(PDFName.of('S'))) {
      const child = tagOf(reading, kid, page)
      children.push(child)
      child.pages.forEach((each) => pages.add(each))
    } else pages.add(pageNumber(reading, kid) ?? page ?? 0)
  }
  return {
    kind: dict.get(PDFName.of('S'))?.toString().slice(1) ?? '',
    alt: textOf(dict.get(PDFName.of('Alt'))),
    scope: scopeOf(reading, dict),
    ...{ children, pages },
  }
}

function kidsOf({ look }: Reading, dict: PDFDict): (PDFObject | undefined)[] {
  const kids = dict.get(PDFName.of('K'))
  const found = kids && look(kids)
  return found instanceof PDFArray ? found.asArray().map(look) : [found]
}

function pageNumber({ pageOf }: Reading, dict: PDFDict): number | undefined {
  return pageOf.get(dict.get(PDFName.of('Pg'))?.toString() ?? '')
}

function scopeOf({ look }: Reading, dict: PDFDict): string | undefined {
  const attributes = dict.get(PDFName.of('A'))
  const found = attributes && look(attributes)
  const list = found instanceof PDFArray ? found.asArray().map(look) : [found]
  const scope = list.flatMap((each) =>
    each instanceof PDFDict ? [each.get(PDFName.of('Scope'))?.toString()] : [],
  )
  return scope.find((each) => each !== undefined)?.slice(1)
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined
}
