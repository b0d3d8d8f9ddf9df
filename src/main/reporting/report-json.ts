import type { Printable } from '../../shared/report'

/**
 * A report as data: the very model that the pages were made from, as indented JSON that ends with a
 * line break. The same text is the `.json` export and the attachment of the PDF, so that a number on
 * paper can be checked without the program. The rows that a score was computed from stand in one line:
 * nobody reads them one by one, and indented they would be most of a file.
 */
export function reportJson(model: Printable): string {
  if (!('inputs' in model) || model.inputs === null) return `${indented(model)}\n`
  const { inputs, ...said } = model
  return `${indented(said).slice(0, -2)},\n  "inputs": ${JSON.stringify(inputs)}\n}\n`
}

function indented(value: object): string {
  return JSON.stringify(value, null, 2)
}
