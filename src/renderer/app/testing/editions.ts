import type { EditionSummary, EditionView, RuleSection } from '../../../shared/editions'

export function editionSummary(change: Partial<EditionSummary> = {}): EditionSummary {
  return {
    id: 'security-2023-12',
    designation: 'security',
    track: null,
    title: 'Solutions Partner for Security, rules from 2023-12-01',
    source: {
      title: 'Solutions Partner for Security',
      publisher: 'Microsoft Learn',
      dated: '2023-06-13',
      retrieved: '2026-11-24',
    },
    validFrom: '2023-12-01',
    validTo: '2024-06-30',
    custom: false,
    file: null,
    chosenBy: [],
    ...change,
  }
}

/** An edition that the user added from a file. */
export function customEdition(change: Partial<EditionSummary> = {}): EditionSummary {
  return editionSummary({
    id: 'house-rules',
    title: 'Rules of the house',
    custom: true,
    file: { name: 'rules.json', sha256: 'b'.repeat(64), addedAt: '2023-12-15T08:00:00.000Z' },
    ...change,
  })
}

const sections: readonly RuleSection[] = [
  {
    id: 'metrics.usage-growth',
    title: 'Usage growth',
    metric: { id: 'usage-growth', category: 'customer-success', max: 20 },
    lines: [
      { id: 'metrics.usage-growth.max', label: 'At most', value: '20 points', note: null },
      { id: 'metrics.usage-growth.streams.azure', label: 'Azure', value: 'A rule.', note: null },
    ],
  },
  {
    id: 'readings',
    title: 'Open questions',
    metric: null,
    lines: [
      {
        id: 'readings.growthSteps',
        label: 'Part of a growth step',
        value: 'counts in proportion',
        note: 'or: does not count',
      },
      {
        id: 'readings.activeCap',
        label: 'Active seats above the paid ones',
        value: 'are capped',
        note: 'or: count as reported',
      },
    ],
  },
]

export function editionView(summary: EditionSummary = editionSummary()): EditionView {
  return { summary, sections: [...sections] }
}
