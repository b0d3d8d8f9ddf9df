export interface GlossaryEntry {
  readonly term: string
  readonly meaning: string
}

export const glossaryEn: readonly GlossaryEntry[] = [
  {
    term: 'ACR',
    meaning:
      'Azure consumed revenue: what a customer’s Azure services were used for, in US dollars.',
  },
  {
    term: 'CPOR',
    meaning:
      'Claiming Partner of Record: how a partner is associated with a Microsoft 365 customer.',
  },
  {
    term: 'PAL',
    meaning: 'Partner Admin Link: how a partner is associated with a customer’s Azure usage.',
  },
  { term: 'Score date', meaning: 'The day for which the score is computed.' },
  { term: 'Usage month', meaning: 'The last full calendar month before the score date.' },
  {
    term: 'Twelve months',
    meaning:
      'For Azure, the twelve months that end with the usage month, against the twelve before.',
  },
  {
    term: 'Stream',
    meaning: 'Azure or Microsoft 365. Each is computed by itself; then the two are added.',
  },
  {
    term: 'Gate',
    meaning: 'A step of the certifications that gives no points but must be met before others do.',
  },
  {
    term: 'Reading',
    meaning: 'The answer given to a question that the source of the rules leaves open.',
  },
  {
    term: 'No data',
    meaning: 'Nothing was imported that could be counted. It is not the same as 0.',
  },
]
