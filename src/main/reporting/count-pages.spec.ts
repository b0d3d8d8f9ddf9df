import { expect, it } from 'vitest'
import { countPages } from './count-pages'
import { printedPdf } from './testing/printed-pdf'

it('counts the pages of a PDF', async () => {
  expect(await countPages(await printedPdf({ pages: 3 }))).toBe(3)
})

it('refuses what is not a PDF', async () => {
  await expect(countPages(new TextEncoder().encode('no PDF'))).rejects.toThrow()
})
