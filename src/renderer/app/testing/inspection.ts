import type { FileInspection } from '../../../shared/inspection'

const field = (name: string, kind: 'month' | 'amount' | 'text', column: number | null) => ({
  ...{ field: name, kind, needed: name !== 'offer', name, column },
})

/** A file of four columns, of which the header tells the month alone. */
export function inspection(change: Partial<FileInspection> = {}): FileInspection {
  return {
    error: null,
    dataset: null,
    by: null,
    candidates: [
      {
        ...{ dataset: 'azure-usage', confidence: 0.4, told: false, oneOf: [], pairs: [] },
        fields: [
          field('month', 'month', 0),
          field('service', 'text', null),
          field('acr', 'amount', null),
          field('offer', 'text', null),
        ],
      },
      {
        ...{ dataset: 'ems-usage', confidence: 0.2, told: false },
        fields: ['intunePaid', 'intuneActive'].map((name, column) => ({
          ...field(name, 'amount', column === 0 ? 3 : null),
          needed: false,
        })),
        oneOf: [['intunePaid']],
        pairs: [['intunePaid', 'intuneActive']],
      },
    ],
    columns: [
      { name: 'Month', samples: ['2023-11'] },
      { name: 'Dienst', samples: ['Sentinel', 'Key Vault'] },
      { name: 'Umsatz', samples: ['1.234', '7'] },
      { name: 'IntunePaid', samples: [] },
    ],
    mapping: { month: 0 },
    missing: ['ServiceLevel2', 'ACR_USD'],
    rows: 2,
    whole: true,
    dates: [],
    numbers: [],
    ...change,
  }
}
