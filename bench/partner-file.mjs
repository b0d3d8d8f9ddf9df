// @ts-check
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** The columns that decide something, as the Azure usage report names them. */
const header =
  'Month,CustomerTenantId,CustomerName,ServiceLevel2,OfferType,AssociationType,IsACRDuplicateAtPGALevel,ACR_USD'

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
const FIRST_YEAR = 2020

/** @typedef {{ rows: number, tenants: number, months: number }} PartnerSize */

/** A pseudo-random whole number below 2^32 that depends on the row alone. @param {number} row */
function scatter(row) {
  const mixed = Math.imul(row ^ (row >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 0
}

/** The months of a file, oldest first, as they are written. @param {number} count */
function monthTexts(count) {
  return Array.from({ length: count }, (_each, index) => {
    const year = FIRST_YEAR + Math.floor((index + 11) / 12)
    return `${String(year)}-${String(((index + 11) % 12) + 1).padStart(2, '0')}-01`
  })
}

/** @param {number} tenant */
function tenantId(tenant) {
  const digits = (/** @type {number} */ value, /** @type {number} */ length) =>
    (value >>> 0).toString(16).padStart(length, '0').slice(-length)
  return `${digits(Math.imul(tenant + 1, 2246822519), 8)}-${digits(tenant, 4)}-4${digits(tenant * 7, 3)}-a${digits(tenant * 13, 3)}-${digits(tenant, 12)}`
}

/**
 * Dollars of one row. Customers are of four sizes, a third of them grows over the years, some came
 * late and some left, so that every metric has a difference to count.
 * @param {number} tenant @param {number} month @param {number} months @param {number} spread
 */
function dollars(tenant, month, months, spread) {
  const size = 4 ** (tenant % 6)
  const age = month / months
  if (tenant % 7 === 3 && age < 0.75) return 0
  if (tenant % 11 === 5 && age > 0.8) return 0
  const growth = tenant % 3 === 0 ? 1 + age : 1
  return ((spread % 1000) / 1000) * size * growth
}

/** @param {number} row @param {PartnerSize} size @param {readonly string[]} months */
function line(row, size, months) {
  const tenant = Math.floor(row / (size.rows / size.tenants))
  const month = row % size.months
  const spread = scatter(row)
  const amount = dollars(tenant, month, size.months, spread >>> 3)
  // One amount in 200 is a credit.
  const signed = spread % 200 === 7 ? -amount : amount
  const offer = spread % 101 === 5 ? 'Support' : 'Azure'
  const association = spread % 89 === 3 ? 'CSP Tier 1' : 'PAL'
  const duplicate = spread % 97 === 11 ? 1 : 0
  return `${String(months[month])},${tenantId(tenant)},"Customer ${String(tenant)}, Ltd",${String(services[(spread >>> 5) % services.length])},${offer},${association},${String(duplicate)},${signed.toFixed(6)}\r\n`
}

/**
 * A deterministic Azure usage file of one partner, made once and kept: customer by customer, every
 * month, some rows of which do not count.
 * @param {string} path @param {PartnerSize} size
 */
export function partnerFile(path, size) {
  if (existsSync(path)) return path
  mkdirSync(dirname(path), { recursive: true })
  const months = monthTexts(size.months)
  const draft = `${path}.part`
  const file = openSync(draft, 'w')
  writeSync(file, `${header}\r\n`)
  const chunk = []
  for (let row = 0; row < size.rows; row++) {
    chunk.push(line(row, size, months))
    if (chunk.length === 20_000 || row === size.rows - 1) writeSync(file, chunk.splice(0).join(''))
  }
  closeSync(file)
  renameSync(draft, path)
  return path
}
