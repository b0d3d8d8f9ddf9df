import { firstDayOf, formatDay, formatMonth, monthOf, type Month } from '../../../shared/calendar'
import { tenantIdOf } from './identities'
import type { CustomerPlan, PartnerPlan } from './partners'

/** A table with a header, as text cells; {@link toCsv} writes it the way Partner Center does. */
export interface SampleTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The usage month of the sample: its scores stand on 2023-12-01, the first day of the newer rules. */
export const sampleUsageMonth: Month = monthOf(2023, 11)

/**
 * A client's first download reaches 24 months back for Azure and 13 for Microsoft 365. The sample is of
 * somebody who has kept them for a year longer, so that a year of scores can be compared.
 */
const AZURE_MONTHS = 36
const SEAT_MONTHS = 25

/** What there was of a plan's earlier year a year before that, in percent: partners grew before, too. */
const YEAR_BEFORE = 72

/** The header of the Azure usage report as it is downloaded. */
const azureHeader =
  'PGAMpnID,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,FirstUseDate,SubscriptionState,Month,ServiceLevel1,ServiceLevel2,ServiceLevel3,ServiceLevel4,ServiceGroup2,ServiceGroup3,ServiceInfluencer,ComputeOS,ComputeCoreSoftware,UsageUnits,UsageQuantity,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,MPNID,PartnerName,PartnerLocation,PartnerAttributionType,SalesChannel,EnrollmentNumber,IsACRDuplicateAtPGALevel,ResellerID,ResellerName,IndustryName,VerticalName,EOU,AdminType,AssociationType,ACR_USD'.split(
    ',',
  )
const seatsHeader =
  'CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,MpnId,DateAssociated,PartnerAttributionType,Date'.split(
    ',',
  )
const trainingsHeader =
  'PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,IcMCP,MCPID,MpnId,PartnerName,PartnerCityLocation,PartnerCountryLocation'.split(
    ',',
  )

/** Services that a customer's consumption is spread over, with their share in percent. */
const services = [
  ['Sentinel', 55],
  ['Azure Firewall', 30],
  ['Key Vault', 15],
] as const

/** How a year's amount falls on its months, in thousandths: usage grows a little, with a dip in summer. */
const seasons = [72, 74, 77, 79, 82, 84, 81, 78, 86, 92, 96, 99] as const

/** A whole split by weights into integers that add up to it exactly; the last part takes the rest. */
function split(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const parts = weights.map((weight) => Math.floor((whole * weight) / sum))
  const rest = whole - parts.reduce((total, part) => total + part, 0)
  return parts.map((part, index) => (index === parts.length - 1 ? part + rest : part))
}

function cellsFor(header: readonly string[]) {
  return (values: Readonly<Record<string, string>>) => header.map((column) => values[column] ?? '')
}

function dollars(cents: number): string {
  return (cents / 100).toFixed(2)
}

/** Three years of Azure usage: what counts, and beside it rows that do not, as real downloads have them. */
export function azureTable(partner: PartnerPlan): SampleTable {
  const cells = cellsFor(azureHeader)
  const rows: string[][] = []
  for (const customer of partner.customers) {
    for (const { month, service, cents, ...more } of azureUsage(customer)) {
      rows.push(
        cells({
          PGAMpnID: partner.mpnId,
          Month: formatDay(firstDayOf(month)),
          ServiceLevel2: service,
          CustomerName: customer.name,
          CustomerTenantId: tenantIdOf(customer.name),
          MPNID: partner.mpnId,
          PartnerName: partner.name,
          PartnerAttributionType: more.association,
          IsACRDuplicateAtPGALevel: more.duplicate,
          ACR_USD: dollars(cents),
        }),
      )
    }
  }
  return { header: azureHeader, rows }
}

interface AzureUsage {
  readonly month: Month
  readonly service: string
  readonly cents: number
  readonly association: string
  readonly duplicate: '0' | '1'
}

function azureUsage(customer: CustomerPlan): AzureUsage[] {
  if (!customer.azure) return []
  const [previous, current] = customer.azure
  // Whole dollars of a percentage are whole cents.
  const years = [previous * YEAR_BEFORE, previous * 100, current * 100]
  const monthly = years.flatMap((cents) => split(cents, seasons))
  return monthly.flatMap((cents, index) => {
    if (cents === 0) return []
    const month = sampleUsageMonth - AZURE_MONTHS + 1 + index
    const counted = split(
      cents,
      services.map(([, share]) => share),
    ).map((part, at) => usage(month, services[at]?.[0] ?? '', part))
    return [...counted, ...notCounted(month, cents)]
  })
}

function usage(
  month: Month,
  service: string,
  cents: number,
  association = 'Partner Admin Link',
  duplicate: '0' | '1' = '0',
): AzureUsage {
  return { month, service, cents, association, duplicate }
}

/** A service outside the list, usage without the needed association, and a row another location reports too. */
function notCounted(month: Month, cents: number): AzureUsage[] {
  return [
    usage(month, 'Virtual Machines', cents * 2),
    usage(month, 'Azure Bastion', Math.floor(cents / 10), 'CSP Tier 1'),
    usage(month, 'Sentinel', Math.floor(cents / 2), 'Partner Admin Link', '1'),
  ]
}

/** Microsoft 365 seats of three usage months a year apart, and on straight lines between them. */
export function seatsTable(partner: PartnerPlan): SampleTable {
  const cells = cellsFor(seatsHeader)
  const rows: string[][] = []
  partner.customers.forEach((customer, position) => {
    const { seats } = customer
    if (!seats) return
    for (let index = 0; index < SEAT_MONTHS; index++) {
      const at = (previous: number, current: number) => String(seatsAt(index, previous, current))
      rows.push(
        cells({
          CustomerTenantId: tenantIdOf(customer.name),
          CustomerName: customer.name,
          WorkloadName: seats.workload,
          MonthlyActiveUsers: at(seats.previous[1], seats.current[1]),
          PaidAvailableUnits: at(seats.previous[0], seats.current[0]),
          ClaimId: `CLM-${String(4100 + position)}`,
          MpnId: partner.mpnId,
          DateAssociated: '2022-09-01',
          PartnerAttributionType: 'CPOR',
          Date: formatDay(firstDayOf(sampleUsageMonth - SEAT_MONTHS + 1 + index)),
        }),
      )
    }
  })
  return { header: seatsHeader, rows }
}

/** In the second year from what a plan has a year ago to what it has now, in the first up to there. */
function seatsAt(index: number, previous: number, current: number): number {
  const year = (SEAT_MONTHS - 1) / 2
  const [from, to, months] =
    index <= year
      ? [(previous * YEAR_BEFORE) / 100, previous, index]
      : [previous, current, index - year]
  return Math.round(from + ((to - from) * months) / year)
}

/** Certifications of the partner's people, and one training that is none. */
export function trainingsTable(partner: PartnerPlan): SampleTable {
  const cells = cellsFor(trainingsHeader)
  let activity = 90_100
  const rows = partner.people.flatMap((person, position) =>
    [...person.titles, 'Security Operations Fundamentals'].map((title) => {
      const [first = '', last = ''] = person.name.split(' ')
      const certification = title.startsWith('Microsoft Certified')
      const month = String((position % 9) + 1).padStart(2, '0')
      return cells({
        PGAMpnId: partner.mpnId,
        TrainingActivityId: String(activity++),
        TrainingTitle: title,
        TrainingType: certification ? 'Certification' : 'Learning Path',
        IndividualFirstName: first,
        IndividualLastName: last,
        CorpEmail: `${first}.${last}@${partner.mailDomain}`.toLowerCase(),
        TrainingCompletionDate: person.expired ? `2022-${month}-14` : `2023-${month}-14`,
        ExpirationDate: certification
          ? person.expired
            ? `2023-${month}-14`
            : `2024-${month}-14`
          : '',
        ActivationStatus: 'Active',
        Month: formatMonth(sampleUsageMonth),
        MCPID: String(7_300_000 + position),
        MpnId: partner.mpnId,
        PartnerName: partner.name,
      })
    }),
  )
  return { header: trainingsHeader, rows }
}

/** CSV as Partner Center writes it: commas, CRLF, quotes only where a cell needs them. */
export function toCsv(table: SampleTable): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [table.header, ...table.rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
