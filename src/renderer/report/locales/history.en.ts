import { countWord } from './sentences.en'

function capitalWord(count: number): string {
  const word = countWord(count)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

/** The page of the months behind and ahead. */
export const historyEn = {
  eyebrow: 'History and outlook',
  title: {
    never: (months: number) =>
      `Attained on the first day of none of the last ${countWord(months)} months`,
    all: (months: number) =>
      `Attained on the first day of all of the last ${countWord(months)} months`,
    some: (count: number, months: number) =>
      `Attained on the first day of ${countWord(count)} of the last ${countWord(months)} months`,
    noData: 'No score in the last twelve months',
  },
  holds: 'If nothing is done, it is attained in every one of the next six months.',
  lost: (date: string, cause: string | null) =>
    cause === null
      ? `If nothing is done, it is lost on ${date}.`
      : `If nothing is done, it is lost on ${date}. The largest cause: ${cause}.`,
  stays: 'If nothing is done, it is not attained in any of the next six months.',
  gained: (date: string) => `If every customer keeps its usage, it is attained on ${date}.`,
  chart: 'The score on the first day of each month',
  chartLabel: (from: string, to: string, threshold: string, months: string) =>
    `Columns for the first day of each month from ${from} to ${to}; the line stands at ${threshold}. ${months}.`,
  chartMonth: (month: string, total: string) => `${month} ${total}`,
  rules: 'rules change',
  assumed: (month: string) =>
    `Months to come assume that every customer keeps the usage of ${month}; growth is never extrapolated.`,
  month: 'First day of',
  total: 'Points',
  state: 'Designation',
  note: 'Note',
  forecast: 'forecast',
  minimumMissed: 'Minimum missed',
  newRules: (edition: string) => `rules ${edition}`,
  gaps: (count: number) => (count === 1 ? '1 month missing' : `${String(count)} months missing`),
  window: 'Eligibility window',
  windowText: (days: number, from: string, to: string, spans: string) =>
    `Between ${from} and ${to} both conditions held ${days === 0 ? 'on no day' : `on ${days === 1 ? '1 day' : `${String(days)} days`}: ${spans}`}.`,
  windowYes: 'The rules were met on at least one day of the window.',
  windowNo: 'The rules were met on no day of the window.',
  windowGaps: 'Months of the compared years are missing for some of these days.',
  windowLabel: (from: string, to: string, spans: string) =>
    `Strip of the days from ${from} to ${to}. Both conditions held: ${spans}.`,
  windowNone: 'on no day',
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  expiries: (until: string) => `Certifications that end by ${until}`,
  noExpiries: (until: string) => `No certification that counts ends by ${until}.`,
  rosterEyebrow: 'Expiries',
  rosterTitle: (count: number, until: string) => {
    if (count === 0) return `No certification that counts ends by ${until}`
    return count === 1
      ? `One certification that counts ends by ${until}`
      : `${String(count)} certifications that count end by ${until}`
  },
  expires: 'Last day',
  person: 'Person',
  certification: 'Certification',
  steps: 'Counts in',
  moreExpiries: (count: string) => `and ${count} more`,
}

export const scenariosEn = {
  eyebrow: 'Scenarios',
  title: {
    all: (count: number) =>
      count === 1
        ? `The scenario attains the designation`
        : `${count === 2 ? 'Both' : `All ${countWord(count)}`} scenarios attain the designation`,
    some: (count: number, of: number) =>
      `${capitalWord(count)} of ${countWord(of)} scenarios ${count === 1 ? 'attains' : 'attain'} the designation`,
    none: (count: number) =>
      count === 1
        ? 'The scenario does not attain the designation'
        : 'No scenario attains the designation',
  },
  lead: (date: string) =>
    `What the score of ${date} would be if customers, usage or certifications were different. The data are not changed.`,
  chartLabel: (threshold: string, bars: string) =>
    `Bars of the totals: ${bars}. The line stands at ${threshold}.`,
  bar: (name: string, total: string) => `${name} ${total}`,
  legend: 'scenario',
  baseline: 'As it is',
  table: 'By metric',
  metric: 'Metric',
  total: 'Total',
  designation: 'Designation',
  refused: (message: string) => `Cannot be computed: ${message}`,
  difference: (points: string) => points,
}

export const annexEn = {
  eyebrow: 'Annex',
  title: (customers: string) => `The ${customers} customers, and what each of them moves`,
  titleNone: 'No customer had usage in a compared window',
  lead: 'Points that a customer moves in a stream, before floor and maximum: for a count its coming or going, for growth its change. Below them the amount now and a year ago. Shaded by size.',
  cut: (listed: string, total: string) =>
    `The ${listed} customers that move most are listed; all ${total} are in the spreadsheet.`,
  customer: 'Customer',
  amounts: (now: string, before: string) => `${now} · ${before}`,
  units: { usd: 'USD, now · a year ago', seats: 'paid seats', users: 'active users' },
  withActive: (paid: string, active: string) => `${paid} (${active})`,
}

/** The page of all partners. */
export const portfolioEn = {
  eyebrow: 'Portfolio',
  title: (attained: number, of: number, date: string) =>
    of === 1
      ? `The one partner ${attained === 1 ? 'attains' : 'does not attain'} the designation on ${date}`
      : `${capitalWord(attained)} of ${countWord(of)} partners ${attained === 1 ? 'attains' : 'attain'} the designation on ${date}`,
  titleNone: 'No partners yet',
  chartLabel: (threshold: string, bars: string) =>
    `Bars of the totals: ${bars}. The line stands at ${threshold}.`,
  partner: 'Partner',
  total: 'Points',
  change: 'In a month',
  designation: 'Designation',
  missed: 'Below the minimum',
  edition: 'Rule edition',
}
