/** The parts of a laid-out report page that make a document of its own. */
export interface PageParts {
  readonly title: string
  readonly language: string
  /** Every style rule in use; fonts and pictures as data. */
  readonly css: string
  /** The markup of the report; its text was escaped when it was rendered. */
  readonly body: string
}

/** Nothing is loaded and nothing runs: what the file shows is in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** A report as one HTML file that needs no other, for a browser without a network. */
export function reportHtml({ title, language, css, body }: PageParts): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${css.replaceAll('</', '<\\/')}</style>
</head>
<body>
${body}
</body>
</html>
`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
