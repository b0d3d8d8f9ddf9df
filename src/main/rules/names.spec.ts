import { describe, expect, it } from 'vitest'
import { foldName, nameTable } from './names'

describe('names', () => {
  it('are compared without regard to case and to the amount and kind of white space', () => {
    expect(foldName('  Azure\u00a0 \tDDoS\nProtection ')).toBe('azure ddos protection')
  })

  it('lead to the position of their entry by name and by every alias', () => {
    const table = nameTable([
      { name: 'Key Vault', aliases: [] },
      { name: 'Sentinel', aliases: ['Azure Sentinel', 'Microsoft  Sentinel'] },
    ])
    expect(Object.fromEntries(table)).toEqual({
      'key vault': 0,
      sentinel: 1,
      'azure sentinel': 1,
      'microsoft sentinel': 1,
    })
  })
})
