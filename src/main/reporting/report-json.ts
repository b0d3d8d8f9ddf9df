import type { Printable } from '../../shared/report'

/**
 * A report as data: the very model that the pages were made from, as indented JSON that ends with a
 * line break. The same text is the `.json` export and the attachment of the PDF, so that a number on
 * paper can be checked without the program.
 */
export function reportJson(model: Printable): string {
  return `${JSON.stringify(model, null, 2)}\n`
}
