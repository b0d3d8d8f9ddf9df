import type { Ingredients } from './partner-rows'

/** A partner of 2023 lies around 100 and 12,000 dollars, 25 seats and 15 % of them in use. */
const SOME_2023: Ingredients = {
  years: [0, 5_000, 9_999, 10_000, 10_001, 1_199_999, 1_200_000, 1_200_001, 2_600_000, -40_000],
  // A year ago there was mostly less, so that some partners reach the line.
  yearsBefore: [0, 0, 0, 0, 5_000, 9_999, 10_000, 1_199_999, 1_200_000, -40_000],
  services: ['Sentinel', 'Key Vault', 'microsoft  SENTINEL', 'Security Center'],
  azureAssociations: ['PAL', 'Partner Admin Link (PAL)', 'partner admin link'],
  azureFlaws: [
    { service: 'Virtual Machines' },
    { offer: 'Support' },
    { offer: 'internal' },
    { offer: 'Benefit Program' },
    { offer: 'Trial' },
    { association: 'CSP Tier 1' },
    { association: null },
    { duplicate: true },
  ],
  paid: [0, 24, 25, 26, 100, 10_000],
  paidBefore: [0, 24, 25, 26, 100, 10_000],
  shares: [0, 1_499, 1_500, 1_501, 9_000, 10_100],
  workloads: [
    ...['Intune', 'Microsoft Intune', 'Azure Active Directory Premium', 'Entra ID P1'],
    'Microsoft Defender for Identity',
  ],
  seatAssociations: ['CPOR', 'claiming partner of record', 'CPOR'],
  seatFlaws: [
    { workload: 'Exchange Online' },
    { association: 'Partner Admin Link' },
    { association: null },
    { duplicate: true },
  ],
  codes: ['AZ-500', 'AZ-500', 'SC-200', 'MS-500', 'SC-100', 'SC-300', 'SC-400'],
}

/** The same with so few users that growth is worth less than a point. */
const IDLE_2023: Ingredients = {
  ...SOME_2023,
  years: [0],
  yearsBefore: [0],
  paid: [25],
  paidBefore: [0],
  shares: [1_600],
}

export const INGREDIENTS_2023 = [SOME_2023, SOME_2023, IDLE_2023] as const

/** A partner of 2026 lies around 600, 750 and 12,000 dollars, 5 and 300 seats and 15 % of them in use. */
const SMALL_2026: Ingredients = {
  years: [
    ...[0, 1, 59_999, 60_000, 74_999, 74_999, 75_000, 300_000, 1_199_999, 1_200_000, 1_200_001],
    ...[2_600_000, -40_000],
  ],
  yearsBefore: [0, 0, 0, 1, 59_999, 60_000, 74_999, 75_000, 75_000, 1_200_000, 1_200_001, -40_000],
  services: [
    'Sentinel',
    'Key Vault',
    'microsoft  SENTINEL',
    'Azure Front Door',
    'Microsoft Purview',
  ],
  azureAssociations: ['PAL', 'Partner Admin Link', 'CSP Tier 1', 'csp tier 2'],
  azureFlaws: [
    { service: 'Network Watcher' },
    { offer: 'Support' },
    { offer: 'internal' },
    { offer: 'Benefit Program' },
    { offer: 'Trial' },
    { association: 'CPOR' },
    { association: 'CSP' },
    { association: null },
    { duplicate: true },
  ],
  paid: [0, 4, 4, 5, 100, 300, 300, 301],
  paidBefore: [0, 4, 5, 5, 300, 301, 301],
  shares: [0, 1_499, 1_500, 1_501, 9_000, 10_100],
  workloads: [
    ...['Intune', 'Defender for Identity', 'Azure Active Directory Premium', 'Entra ID P1'],
    ...['Defender for Endpoint', 'Purview Information Protection'],
  ],
  seatAssociations: ['CPOR', 'claiming partner of record', 'CSP Tier 1', 'CSP Tier 2'],
  seatFlaws: [
    { workload: 'Entra ID P2' },
    { association: 'Partner Admin Link' },
    { association: 'CSP' },
    { association: null },
    { duplicate: true },
  ],
  codes: [
    ...['AZ-500', 'AZ-500', 'SC-500', 'SC-200', 'SC-200', 'MS-500', 'SC-100', 'SC-300'],
    ...['SC-400', 'SC-401'],
  ],
}

/** The same with customers so large that the Enterprise track has the higher total now and then. */
const LARGE_2026: Ingredients = {
  ...SMALL_2026,
  years: [0, 1_200_000, 1_200_001, 1_200_001, 2_600_000],
  yearsBefore: [0, 0, 0, 0, 0, 74_999, 75_000, 1_200_000, 1_200_001],
  paid: [300, 301, 301, 400, 10_000],
  paidBefore: [0, 4, 5, 5, 300, 301, 301],
}

const SKILLED_2026 = [
  ...['AZ-500', 'SC-500', 'SC-200', 'SC-200', 'SC-100', 'SC-100', 'SC-300', 'SC-300', 'SC-401'],
]

/** The same with so few users that growth is worth less than a point, in the SMB track. */
const IDLE_SMB: Ingredients = {
  ...SMALL_2026,
  years: [0, 0, 60_000],
  yearsBefore: [0, 0, 60_000],
  paid: [5],
  paidBefore: [0],
  shares: [2_000],
  codes: SKILLED_2026,
}

/** And in the Enterprise track, where the users of a lost customer leave hardly any growth. */
const IDLE_ENTERPRISE: Ingredients = {
  ...IDLE_SMB,
  years: [60_000],
  yearsBefore: [0],
  paid: [301],
  paidBefore: [0, 0, 0, 0, 1_500],
  shares: [1_600],
}

export const INGREDIENTS_2026 = [SMALL_2026, LARGE_2026, IDLE_SMB, IDLE_ENTERPRISE] as const
