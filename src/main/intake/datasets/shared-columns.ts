import type { ColumnRule } from './dataset'

/**
 * What a usage report calls the tie between customer and partner. Where two of these columns are
 * there, the first is read in every row (FILES.md).
 */
export const associationColumn = {
  names: [
    'PartnerAttributionType',
    'PartnerAttachType',
    'AssociationType',
    'PartnerAssociationType',
  ],
  kind: 'text',
} as const satisfies ColumnRule

/** Columns that both reports of Microsoft 365 seats have. */
export const seatReportColumns = {
  association: associationColumn,
  duplicate: {
    names: ['IsDuplicateRowForPGA', 'IsACRDuplicateAtPGALevel'],
    kind: 'flag',
    optional: true,
  },
  location: {
    names: ['MpnId', 'PartnerID', 'PartnerLocationID'],
    kind: 'text',
    optional: true,
  },
} as const satisfies Readonly<Record<string, ColumnRule>>
