// @ts-check

/** @import { Protocol } from '../../../node_modules/playwright-core/types/protocol' */

/** Inches, portrait: the names that Electron knows. @type {Record<string, readonly [number, number]>} */
const paper = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** Electron's default margin: one centimetre. */
const MARGIN = 0.4

const known = new Set([
  'displayHeaderFooter',
  'footerTemplate',
  'generateDocumentOutline',
  'generateTaggedPDF',
  'headerTemplate',
  'landscape',
  'margins',
  'pageRanges',
  'pageSize',
  'preferCSSPageSize',
  'printBackground',
  'scale',
])

/**
 * Electron's options of `printToPDF` (inches) as Chromium's. Electron prints through the same code.
 * @param {Electron.PrintToPDFOptions} options
 * @returns {NonNullable<Protocol.CommandParameters['Page.printToPDF']>}
 */
export function pdfParameters(options) {
  const stranger = Object.keys(options).find((name) => !known.has(name))
  if (stranger !== undefined) throw new Error(`printToPDF has no option "${stranger}"`)
  const [paperWidth, paperHeight] = paperSize(options.pageSize ?? 'Letter')
  const { top = MARGIN, bottom = MARGIN, left = MARGIN, right = MARGIN } = options.margins ?? {}
  return {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  }
}

/** @param {NonNullable<Electron.PrintToPDFOptions['pageSize']>} pageSize @returns {readonly [number, number]} */
function paperSize(pageSize) {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height]
  const size = paper[pageSize]
  if (!size) throw new Error(`Invalid pageSize ${pageSize}`)
  return size
}
