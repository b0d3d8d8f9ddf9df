import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { renumberTags } from './renumber-tags'
import { printedPdf } from './testing/printed-pdf'

async function renumbered() {
  const document = await PDFDocument.load(await printedPdf({ firstTag: 312 }))
  renumberTags(document)
  return document
}

function texts({ context }: PDFDocument): string {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object.toString())
    .join('\n')
}

it('counts the ids of tags from 1, in the order they had', async () => {
  const all = texts(await renumbered())
  expect(new Set(all.match(/node\d+/g))).toEqual(new Set(['node00000001', 'node00000002']))
  expect(all).toMatch(/\/S \/TH[^>]*\/ID \(node00000001\)/)
})

it('lets a cell find its head, and the tree of ids both', async () => {
  const all = texts(await renumbered())
  expect(all).toContain('/Headers [ (node00000001) ]')
  expect(all).toContain('/Limits [ (node00000001) (node00000002) ]')
})

it('leaves what is read out as it is, even where it looks like an id', async () => {
  const document = await PDFDocument.create()
  const { context } = document
  const tag = context.obj({
    Type: 'StructElem',
    ID: PDFString.of('node00000900'),
    Alt: PDFString.of('node00000900'),
  })
  context.register(tag)
  renumberTags(document)
  expect([tag.get(PDFName.of('ID')), tag.get(PDFName.of('Alt'))].map(String)).toEqual([
    '(node00000001)',
    '(node00000900)',
  ])
})

it('does nothing to a document without tags', async () => {
  const document = await PDFDocument.create()
  const before = texts(document)
  renumberTags(document)
  expect(texts(document)).toBe(before)
})
