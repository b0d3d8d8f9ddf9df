import { createApp, h, nextTick } from 'vue'
import type { Printable } from '../../shared/report'
import { reportLanguage, type LanguageTag } from './language'
import PortfolioDocument from './PortfolioDocument.vue'
import ReportDocument from './ReportDocument.vue'
import { coverRule, documentTitle, pageSizeRule, runningTitles } from './running-titles'

/** Fonts come with the program; where they still are not there by then, something else is wrong. */
const FONTS_LIMIT_MS = 10_000

export interface PrintJob {
  readonly page: Document
  /** Asks for the report under way. */
  readonly model: () => Promise<Printable>
  readonly language?: LanguageTag
  readonly fontsLimit?: number
}

/**
 * Lays a report out on the print page. When it can be printed, the root element gets
 * `data-state="ready"`; when it cannot, `failed` with `data-reason`, and the reason on the page, so
 * that nobody ever prints half a report. Never rejects.
 */
export async function printReport(job: PrintJob): Promise<void> {
  const root = job.page.documentElement
  try {
    await layOut(job)
    root.dataset['state'] = 'ready'
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    tellProblem(job.page, reason)
    root.dataset['reason'] = reason
    root.dataset['state'] = 'failed'
  }
}

async function layOut({ page, model: ask, language: tag = 'en', fontsLimit }: PrintJob) {
  const model = await ask()
  describe(page, model, tag)
  addStyle(page, pageSizeRule(model) + coverRule(model))
  await mount(page, model, tag)
  await fontsReady(page, fontsLimit ?? FONTS_LIMIT_MS)
}

/** What ends up in the document's properties, and the strings of header and footer. */
function describe(page: Document, model: Printable, tag: LanguageTag): void {
  const language = reportLanguage(tag)
  page.title = documentTitle(model, language)
  page.documentElement.lang = tag
  for (const [name, value] of Object.entries(runningTitles(model, language))) {
    page.documentElement.style.setProperty(name, value)
  }
}

/** The policy of the page lets in a style sheet made here only with the nonce it was served with. */
function addStyle(page: Document, css: string): void {
  const style = page.createElement('style')
  style.nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
  style.textContent = css
  page.head.append(style)
}

/** Vue catches what a component throws while it renders; here it is the reason not to print. */
async function mount(page: Document, model: Printable, language: LanguageTag): Promise<void> {
  const place = page.querySelector('#report')
  if (!place) throw new Error('The print page has no place for a report.')
  let thrown: unknown
  const app = createApp({
    render: () =>
      model.template === 'portfolio'
        ? h(PortfolioDocument, { report: model, language })
        : h(ReportDocument, { model, language }),
  })
  app.config.errorHandler = (error) => {
    thrown ??= error
  }
  app.mount(place)
  await nextTick()
  if (thrown !== undefined) throw thrown
}

/**
 * Waits until every font in use is there: a page printed before would have other line ends and other
 * pages. Throws when one cannot be loaded, and after the limit.
 */
async function fontsReady({ body, fonts }: Document, limit: number): Promise<void> {
  // Fonts are asked for at the first layout; before it there is nothing to wait for.
  body.getBoundingClientRect()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The fonts of the report took too long to load.'))
    }, limit)
  })
  await Promise.race([fonts.ready, late]).finally(() => {
    clearTimeout(timer)
  })
  if ([...fonts].some(({ status }) => status === 'error')) {
    throw new Error('A font of the report could not be loaded.')
  }
}

function tellProblem(page: Document, reason: string): void {
  const problem = page.createElement('p')
  problem.dataset['problem'] = ''
  problem.textContent = reason
  page.body.replaceChildren(problem)
}
