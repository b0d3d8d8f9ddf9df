import type { EditableRow, EditNames, StepSummary } from '../../../shared/edits'

export const editNames: EditNames = {
  services: ['Azure Firewall', 'Sentinel'],
  workloads: ['Intune'],
  certifications: ['Microsoft Cybersecurity Architect Expert'],
  azureAssociations: ['Partner Admin Link'],
  seatAssociations: ['Claiming Partner of Record'],
  month: '2023-11',
}

export function stepSummary(change: Partial<StepSummary> = {}): StepSummary {
  return {
    ...{ id: 1, at: '2023-12-15T08:00:00.000Z', who: 'ada', profileId: 1, partner: 'Nordlicht IT' },
    ...{ label: 'customer-renamed', values: { from: 'Brook', to: 'Harbour' }, ...change },
  }
}

export function editableRow(change: Partial<EditableRow> = {}): EditableRow {
  return {
    ...{ row: 7, file: 'usage.csv', line: 12, month: '2023-11', inForce: true, byHand: null },
    subject: { id: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Brook Street' },
    values: {
      ...{ dataset: 'azure-usage', service: 'Sentinel', offer: null },
      ...{ association: 'Partner Admin Link', usd: 1200 },
    },
    ...change,
  }
}
