/**
 * The invented partners of the sample workspace, as plans: what each customer had a year before
 * the usage month and what it has now. The score each plan leads to under `security-2023-12` on
 * 2023-12-01 is written beside it and tested.
 */

/** ACR in whole US dollars over twelve months: the year before, and the year that counts. */
export type AzurePlan = readonly [previous: number, current: number]

/** Paid seats and active users of one workload: a year ago, and in the usage month. */
export interface SeatPlan {
  readonly workload: string
  readonly previous: readonly [paid: number, active: number]
  readonly current: readonly [paid: number, active: number]
}

export interface CustomerPlan {
  readonly name: string
  readonly azure?: AzurePlan
  readonly seats?: SeatPlan
}

export interface PersonPlan {
  readonly name: string
  readonly titles: readonly string[]
  /** The certifications ran out before the score date. */
  readonly expired?: boolean
}

export interface PartnerPlan {
  readonly name: string
  readonly mpnId: string
  readonly mailDomain: string
  readonly customers: readonly CustomerPlan[]
  readonly people: readonly PersonPlan[]
}

const entra = 'Azure Active Directory Premium'
const endpoints = 'Microsoft Defender for Endpoints'
const office = 'Microsoft Defender for Office 365'
const intune = 'Intune'
const protection = 'Microsoft Information Protection'

const az500 = 'Microsoft Certified: Azure Security Engineer Associate'
const sc200 = 'Microsoft Certified: Security Operations Analyst Associate'
const sc100 = 'Microsoft Certified: Cybersecurity Architect Expert'
const sc300 = 'Microsoft Certified: Identity and Access Administrator Associate'
const sc400 = 'Microsoft Certified: Information Protection and Compliance Administrator Associate'

function seats(
  workload: string,
  previous: readonly [number, number],
  current: readonly [number, number],
): SeatPlan {
  return { workload, previous, current }
}

/** 84 points, attained: 16 net adds + 33⅓ certifications + 16⅔ deployments + 18 growth. */
const larkspur: PartnerPlan = {
  name: 'Larkspur Cloud Defence',
  mpnId: '7104412',
  mailDomain: 'larkspur.example',
  customers: [
    {
      name: 'Ardenmoor Water Board',
      azure: [16_000, 18_400],
      seats: seats(entra, [420, 310], [470, 445]),
    },
    {
      name: 'Brackenridge, Hale & Co',
      azure: [9_800, 14_200],
      seats: seats(endpoints, [120, 70], [180, 150]),
    },
    {
      name: 'Callisto Freight',
      azure: [11_200, 13_050],
      seats: seats(office, [60, 22], [260, 240]),
    },
    { name: 'Dunmarrow Foods', azure: [7_400, 12_600] },
    { name: 'Eastlight Clinics', azure: [0, 640], seats: seats(intune, [0, 0], [240, 210]) },
    { name: 'Fennick & Daughters', azure: [0, 410], seats: seats(entra, [0, 0], [90, 84]) },
    { name: 'Glasswing Theatre', azure: [0, 180], seats: seats(protection, [10, 4], [40, 5]) },
    { name: 'Hollowell Press', azure: [60, 620], seats: seats(endpoints, [20, 12], [24, 20]) },
    { name: 'Ilvermere Schools', azure: [40, 1_150] },
    { name: 'Jorrow Timber', azure: [0, 300] },
    {
      name: 'Kestrel Insurance Mutual',
      azure: [13_700, 12_050],
      seats: seats(office, [300, 272], [480, 465]),
    },
    { name: 'Lanternhouse Studios', azure: [2_900, 0], seats: seats(intune, [30, 2], [30, 3]) },
    {
      name: 'Merrowby Council',
      azure: [5_400, 5_400],
      seats: seats(entra, [260, 190], [260, 303]),
    },
  ],
  people: [
    { name: 'Ines Okafor', titles: [az500, sc200, sc100] },
    { name: 'Tomas Lindqvist', titles: [az500, sc300] },
    { name: 'Priya Raman', titles: [sc200, sc400] },
    { name: 'Callum Brodie', titles: [sc300] },
    { name: 'Marta Nowicka', titles: [sc100, sc400] },
    { name: 'Jonas Feld', titles: [sc200] },
    { name: 'Edith Varga', titles: [sc300], expired: true },
  ],
}

/** 72 points, not attained: 0 net adds, below their minimum + 40 certifications + 20 deployments + 12 growth. */
const northgate: PartnerPlan = {
  name: 'Northgate Sentinel Partners',
  mpnId: '6620087',
  mailDomain: 'northgate.example',
  customers: [
    {
      name: 'Oakhaven Logistics',
      azure: [9_500, 12_400],
      seats: seats(entra, [400, 40], [400, 400]),
    },
    {
      name: 'Pellworth Energy',
      azure: [10_800, 13_900],
      seats: seats(endpoints, [210, 20], [210, 210]),
    },
    {
      name: 'Quillon Retail Group',
      azure: [11_900, 14_400],
      seats: seats(office, [800, 597], [800, 800]),
    },
    { name: 'Rookwood Dairy', azure: [8_000, 12_100] },
    { name: 'Saltmarsh Marine', azure: [3_200, 0], seats: seats(intune, [60, 5], [0, 0]) },
    { name: 'Thornbury Legal', azure: [1_400, 0] },
    { name: 'Umberfield Homes', azure: [0, 700], seats: seats(protection, [0, 0], [30, 2]) },
    { name: 'Vantry Optics', azure: [6_000, 4_800] },
  ],
  people: [
    { name: 'Aoife Brennan', titles: [az500, sc200, sc100] },
    { name: 'Daniel Roux', titles: [az500, sc200, sc300] },
    { name: 'Hana Sato', titles: [sc300, sc400] },
    { name: 'Luca Ferri', titles: [sc100] },
    { name: 'Nadia Haddad', titles: [sc400] },
    { name: 'Oskar Berg', titles: [sc300] },
  ],
}

/** Exactly 70 points, attained: 10 net adds + 26⅔ certifications + 13⅓ deployments + 20 growth. */
const meridian: PartnerPlan = {
  name: 'Meridian Shield Advisory',
  mpnId: '5931754',
  mailDomain: 'meridian.example',
  customers: [
    {
      name: 'Aldercross Bank',
      azure: [10_600, 15_900],
      seats: seats(entra, [900, 650], [1_400, 1_350]),
    },
    {
      name: 'Birchmont Hotels',
      azure: [9_100, 13_300],
      seats: seats(office, [500, 400], [900, 840]),
    },
    { name: 'Cressida Foods', azure: [11_000, 12_000] },
    { name: 'Dovetail Joinery', azure: [0, 100] },
    { name: 'Everstone Quarry', azure: [0, 2_400], seats: seats(endpoints, [24, 10], [25, 12]) },
    { name: 'Foxglove Pharma', azure: [99, 3_100] },
    {
      name: 'Greywater Utilities',
      azure: [4_000, 3_400],
      seats: seats(protection, [80, 60], [80, 55]),
    },
    { name: 'Harrowgate Museums', azure: [450, 0] },
    { name: 'Inverlea Aquatics', azure: [0, 99], seats: seats(intune, [0, 0], [48, 6]) },
    { name: 'Juniper Row Estates', azure: [0, 350] },
  ],
  people: [
    { name: 'Wren Calloway', titles: [az500, sc200, sc100] },
    { name: 'Yusuf Demir', titles: [az500, sc200, sc300] },
    { name: 'Greta Holm', titles: [sc400] },
    { name: 'Rafael Pinto', titles: [sc300] },
    { name: 'Sunniva Dahl', titles: [sc200] },
  ],
}

export const samplePartners: readonly PartnerPlan[] = [larkspur, northgate, meridian]
