import { BrowserWindow, type WebContents } from 'electron'
import { SeventyError } from '../../shared/errors'
import type { Printable } from '../../shared/report'
import type { PageParts } from '../reporting/report-html'
import { pageUrl } from './app-urls'
import { collectPage } from './collect-page'
import { securePreferences } from './security'

/** Long enough for the slowest machine to lay out a report, short enough to be told about. */
const LAYOUT_LIMIT_MS = 30_000

/** Answers once the print page has laid itself out; runs inside the page. */
const whenLaidOut = `new Promise((resolve) => {
  const root = document.documentElement
  const tell = () => root.dataset.state && resolve(root.dataset.state + (root.dataset.reason ? ': ' + root.dataset.reason : ''))
  new MutationObserver(tell).observe(root, { attributes: true, attributeFilter: ['data-state'] })
  tell()
})`

/**
 * A hidden window that prints one report after the other. It is kept open: printing in a warm page
 * takes a fifth of the time of a fresh one.
 */
export class PrintPage {
  private window: BrowserWindow | undefined
  private printed: Printable | undefined
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly preload: string) {}

  /** The report under way: what the page is given when it asks. */
  get printing(): Printable | undefined {
    return this.printed
  }

  /** Prints a report as a tagged, outlined PDF; reports asked for meanwhile wait their turn. */
  readonly print = (model: Printable): Promise<Uint8Array> =>
    this.inTurn(model, (webContents) =>
      webContents.printToPDF({
        pageSize: model.pageSize,
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    )

  /** Hands over the parts of the laid-out page, with its styles and fonts. */
  readonly collect = (model: Printable): Promise<PageParts> =>
    this.inTurn(model, (webContents) =>
      withLimit(webContents.executeJavaScript(collectPage) as Promise<PageParts>),
    )

  close(): void {
    this.window?.destroy()
    this.window = undefined
  }

  private inTurn<T>(model: Printable, work: (page: WebContents) => Promise<T>): Promise<T> {
    const mine = this.last.then(() => this.laidOut(model)).then(work)
    this.last = mine.catch(() => undefined)
    return mine
  }

  private async laidOut(model: Printable): Promise<WebContents> {
    this.printed = model
    const window = this.open()
    const { webContents } = window
    await window.loadURL(pageUrl('report.html'))
    const state = await withLimit(webContents.executeJavaScript(whenLaidOut) as Promise<string>)
    if (state !== 'ready') {
      throw new SeventyError('internal', `The report could not be laid out (${state}).`, { state })
    }
    return webContents
  }

  private open(): BrowserWindow {
    if (this.window && !this.window.isDestroyed()) return this.window
    this.window = new BrowserWindow({
      show: false,
      webPreferences: securePreferences(this.preload),
    })
    return this.window
  }
}

async function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new SeventyError('internal', 'The report took too long to lay out. Try again.'))
    }, LAYOUT_LIMIT_MS)
  })
  return Promise.race([work, limit]).finally(() => {
    clearTimeout(timer)
  })
}
