import { noBranding } from '../../shared/no-branding'
import type { Printable } from '../../shared/report'
import type { ReportLanguage } from './language'

/**
 * Header and footer stand in the margin boxes of the page, which take only strings of CSS. They come
 * in as custom properties of the root element; every string is quoted here.
 */
export function runningTitles(model: Printable, language: ReportLanguage): Record<string, string> {
  const { text } = language
  return {
    '--running-client': cssString(
      model.template === 'portfolio' ? text.portfolio.eyebrow : model.client,
    ),
    '--running-month': cssString(runningMonth(model, language)),
    '--running-class': cssString(footerOf(model, language)),
    '--running-draft': cssString(isDraft(model) ? text.draft : ''),
    '--running-id': cssString(model.reportId),
    '--running-page': cssString(`${text.page} `),
    '--running-of': cssString(` ${text.pageOf} `),
  }
}

/** What the numbers stand for: a month of data, a day of all partners, or totals that were typed in. */
function runningMonth(model: Printable, { text, date, month }: ReportLanguage): string {
  if (model.template === 'portfolio') return date(model.asOf)
  if (model.typedIn) return text.document.typedIn
  return text.document.dataMonth(month(model.score.usageMonth))
}

/** Class, what the numbers are, and the firm's own line. */
function footerOf(model: Printable, { text }: ReportLanguage): string {
  const { confidentiality, footer } = model.template === 'portfolio' ? noBranding : model.branding
  const told = `${confidentiality || text.confidential}. ${text.estimate}.`
  return footer === '' ? told : `${told} ${footer}`
}

function isDraft(model: Printable): boolean {
  return model.template !== 'portfolio' && model.branding.draft
}

/** Text as a CSS string: nothing in it can end the string or the line. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /["\\\p{Cc}]/gu,
    (character) => `\\${character.charCodeAt(0).toString(16)} `,
  )
  return `"${escaped}"`
}

/**
 * The page's size as a style sheet of its own, because @page cannot read a custom property. Letter is
 * shorter than A4 and gives back some of its margins, so that a page holds as much of either.
 */
export function pageSizeRule({ pageSize }: Pick<Printable, 'pageSize'>): string {
  return pageSize === 'A4'
    ? '@page { size: A4 portrait; }'
    : '@page { size: letter portrait; margin: 22mm 22mm 20mm; }'
}

/** A cover speaks for itself: no header, no footer. A report without one begins like any other page. */
export function coverRule(model: Printable): string {
  if (model.template === 'portfolio' || !model.pages.includes('cover')) return ''
  const places = [
    'top-left',
    'top-center',
    'top-right',
    'bottom-left',
    'bottom-center',
    'bottom-right',
  ]
  return `@page :first { ${places.map((place) => `@${place} { content: none; }`).join(' ')} }`
}

/** What the document is called in its properties. */
export function documentTitle(model: Printable, { text }: ReportLanguage): string {
  return text.document.title(model.template === 'portfolio' ? text.portfolio.eyebrow : model.client)
}
