/**
 * Runs inside the print page once it is laid out and hands over what a document of its own needs: the
 * markup, every style rule of the page, and the fonts that the text in fact uses, as data. Scripts
 * stay behind.
 */
export const collectPage = `(async () => {
  const used = new Set(performance.getEntriesByType('resource').map(({ name }) => name))
  const asData = async (url) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return 'data:font/woff2;base64,' + btoa(text)
  }
  const rules = []
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) {
        rules.push(rule.cssText)
        continue
      }
      const source = /url\\("?([^")]+)"?\\)/.exec(rule.cssText)
      const url = source && new URL(source[1], sheet.href ?? document.baseURI).href
      if (url && used.has(url)) rules.push(rule.cssText.replace(source[0], 'url(' + (await asData(url)) + ')'))
    }
  }
  return {
    title: document.title,
    language: document.documentElement.lang,
    css: rules.join('\\n'),
    body: document.querySelector('.report').outerHTML,
  }
})()`
