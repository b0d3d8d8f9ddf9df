// @ts-check
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** The header of the Azure usage report as it is downloaded. */
const header =
  'PGAMpnID,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,FirstUseDate,SubscriptionState,Month,ServiceLevel1,ServiceLevel2,ServiceLevel3,ServiceLevel4,ServiceGroup2,ServiceGroup3,ServiceInfluencer,ComputeOS,ComputeCoreSoftware,UsageUnits,UsageQuantity,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,MPNID,PartnerName,PartnerLocation,PartnerAttributionType,SalesChannel,EnrollmentNumber,IsACRDuplicateAtPGALevel,ResellerID,ResellerName,IndustryName,VerticalName,EOU,AdminType,AssociationType,ACR_USD'

const services = [
  'Sentinel',
  'Azure Firewall',
  'Key Vault',
  'Azure Bastion',
  'Virtual Machines',
  'Storage',
  'Network Watcher',
  'Application Gateway',
]
const ROWS_PER_TENANT = 240
const MONTHS = 24

/** @param {number} number @param {number} digits */
function hex(number, digits) {
  return number.toString(16).padStart(digits, '0').slice(-digits)
}

/** @param {number} row @returns {string} */
function line(row) {
  const tenant = Math.floor(row / ROWS_PER_TENANT)
  const month = row % MONTHS
  const year = month < 1 ? 2021 : month < 13 ? 2022 : 2023
  const monthOfYear = ((month + 11) % 12) + 1
  const spread = Math.imul(row + 1, 2654435761) >>> 0
  const service = services[spread % services.length]
  const amount = `${String(spread % 900)}.${String(spread % 1_000_000).padStart(6, '0')}`
  const id = `${hex(Math.imul(tenant + 1, 2246822519) >>> 0, 8)}-${hex(tenant, 4)}-4${hex(tenant * 7, 3)}-a${hex(tenant * 13, 3)}-${hex(tenant * 7919, 12)}`
  return `5500123,${id.replace('-4', '-5')},2021-03-01,2026-02-28,2021-03-09,Active,${year}-${String(monthOfYear).padStart(2, '0')}-01,Azure,${service},Standard,Standard Node,Security,Cloud Services,None,Linux,None,Hours,${spread % 744},"Customer ${tenant}, Ltd",${id},${90000 + tenant},Small and medium,Netherlands,${5500200 + (tenant % 3)},Aldercross Services,Utrecht,Partner Admin Link,Direct,E${700000 + tenant},0,,,Manufacturing,Discrete,No,Owner,PAL,${amount}\r\n`
}

/**
 * A deterministic Azure usage file, made once and kept.
 * @param {string} path @param {number} rows
 */
export function azureFile(path, rows) {
  if (existsSync(path)) return path
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.part`
  const file = openSync(draft, 'w')
  writeSync(file, `${header}\r\n`)
  const chunk = []
  for (let row = 0; row < rows; row++) {
    chunk.push(line(row))
    if (chunk.length === 10_000 || row === rows - 1) writeSync(file, chunk.splice(0).join(''))
  }
  closeSync(file)
  renameSync(draft, path)
  return path
}
