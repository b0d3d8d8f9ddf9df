/** The real headers of FILES.md, and rows that are right under them. Sample companies are invented. */

export const azureHeader =
  'PGAMpnID,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,FirstUseDate,SubscriptionState,Month,ServiceLevel1,ServiceLevel2,ServiceLevel3,ServiceLevel4,ServiceGroup2,ServiceGroup3,ServiceInfluencer,ComputeOS,ComputeCoreSoftware,UsageUnits,UsageQuantity,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,MPNID,PartnerName,PartnerLocation,PartnerAttributionType,SalesChannel,EnrollmentNumber,IsACRDuplicateAtPGALevel,ResellerID,ResellerName,IndustryName,VerticalName,EOU,AdminType,AssociationType,ACR_USD'
export const seatsHeader =
  'CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,MpnId,DateAssociated,PartnerAttributionType,Date'
export const emsHeader =
  'PGAMpnId,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionState,Month,SKU,SKUId,FreeVsPaidSKU,SalesModel,DetailedSalesModel,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,MPNId,PartnerName,PartnerLocation,PartnerAttributionType,PartnerHierarchy,PaidAvailableUnits,MonthlyActiveUsers,AATPActiveUsage,MCASActiveUsage,AADPPaidAvailableUnits,IntunePaidAvailableUnits,AzipPaidAvailableUnits,AADPMonthlyActiveUsers,IntuneMonthlyActiveUsers,AzipMonthlyActiveUsers,MDM,MAM,SSPR'
export const profileHeader =
  'MPNId,PartnerName,PGA_MPNID,PGA_PartnerName,City,Country,HierarchyLevel'
export const trainingsHeader =
  'PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,IcMCP,MCPID,MpnId,PartnerName,PartnerCityLocation,PartnerCountryLocation'

export const tenantId = '0b9a52b1-6d6f-4f0e-9f0c-3a1c6f1f9a10'

/** A header of only the columns that the Azure usage needs, and a row under it. */
export const shortAzureHeader =
  'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType'
export const shortAzure = {
  Month: '2023-11-01',
  CustomerTenantId: tenantId,
  CustomerName: 'Aldercross',
  ServiceLevel2: 'Sentinel',
  ACR_USD: '120.50',
  PartnerAttributionType: 'PAL',
}
export const seats = {
  CustomerTenantId: tenantId,
  CustomerName: 'Aldercross',
  WorkloadName: 'Intune',
  MonthlyActiveUsers: '40',
  PaidAvailableUnits: '100',
  MpnId: '4711',
  PartnerAttributionType: 'CPOR',
  Date: '2023-11-01',
}
export const subscription = {
  Month: '2023-11-01',
  CustomerTenantId: tenantId,
  CustomerName: 'Aldercross',
  MPNId: '4711',
  PartnerAttributionType: 'CPOR',
  AADPPaidAvailableUnits: '100',
  AADPMonthlyActiveUsers: '60',
  IntunePaidAvailableUnits: '50',
  IntuneMonthlyActiveUsers: '20',
}
export const location = {
  MPNId: '4711',
  PartnerName: 'Quillrye Bergen',
  PGA_MPNID: '4700',
  PGA_PartnerName: 'Quillrye',
  City: 'Bergen',
  Country: 'Norway',
  HierarchyLevel: 'Location',
}
export const training = {
  TrainingTitle: 'Azure Security Engineer Associate',
  TrainingType: 'Certification',
  IndividualFirstName: 'Ines',
  IndividualLastName: 'Marlow',
  CorpEmail: 'ines@quillrye.example',
  TrainingCompletionDate: '2023-05-30',
  ExpirationDate: '2024-05-30',
  ActivationStatus: 'Active',
}

/** A CSV text with this header; cells of columns that a row does not name are empty. */
export function table(
  header: string,
  rows: readonly Readonly<Record<string, string>>[],
  lineEnd = '\n',
): string {
  const columns = header.split(',')
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
  return [header, ...lines, ''].join(lineEnd)
}

/** An Azure usage file whose rows differ from the right one in the given cells. */
export function azureTable(...rows: readonly Partial<typeof shortAzure>[]): string {
  return table(
    shortAzureHeader,
    rows.map((row) => ({ ...shortAzure, ...row })),
  )
}
