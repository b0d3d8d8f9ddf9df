import { expect, test } from './app'
import { dropFiles } from './files'

/** A spreadsheet that somebody pasted: no header name is known, dates and decimals read both ways. */
const usage = (month: string) =>
  [
    'Monat;Mandanten-ID;Kunde;Dienst;Umsatz;Zuordnung;Notiz',
    `3/${month}/2023;0b9a52b1-6d6f-4f0e-9f0c-3a1c6f1f9a10;Aldercross;Sentinel;1.234;PAL;`,
    `3/${month}/2023;5f0c1a2b-0000-4000-8000-000000000001;Fennick;Key Vault;2.345;PAL;pasted`,
    '',
  ].join('\n')

test('a file of unknown columns is mapped once, asked about, and read at once the next time', async ({
  bench,
}) => {
  bench.cli('profile', 'add', '--name', 'Halden Ridge Systems')
  const { page } = await bench.start()
  await page.getByRole('link', { name: 'Halden Ridge Systems' }).first().click()
  await page.getByRole('link', { name: 'Import files' }).first().click()
  await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible()
  await dropFiles(page, [bench.file('Umsatz.csv', usage('4'))])

  const table = page.getByRole('table', { name: 'Which column is which?' })
  await expect(page.getByRole('list', { name: 'Steps of the import' })).toContainText('Columns')
  await page.getByLabel('This file is').selectOption('azure-usage')
  const columns = {
    Month: 'Monat',
    'Customer tenant ID': 'Mandanten-ID',
    'Customer name': 'Kunde',
    'Azure service': 'Dienst',
    'Azure consumed revenue': 'Umsatz',
    'Partner association': 'Zuordnung',
  }
  for (const [field, column] of Object.entries(columns)) {
    // By keyboard: a select takes the name that is typed.
    await table.getByLabel(`Column for ${field}`).focus()
    await page.keyboard.type(column)
    await expect(table.getByRole('row', { name: field }).getByRole('combobox')).not.toHaveValue('')
  }
  await expect(table).toContainText('Sentinel')
  await expect(page.getByText('1 column is not used')).toBeVisible()
  await page.getByRole('button', { name: 'Use these columns' }).click()

  await page.getByRole('radio', { name: 'Day first' }).click()
  await page.getByRole('radio', { name: 'Decimal point' }).click()
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(page.getByRole('heading', { name: '1 file was imported' })).toBeVisible()
  const remembered = page.getByRole('region', { name: 'Remembered layouts' })
  await expect(remembered).toContainText('Day first, Decimal point')

  await page.getByRole('button', { name: 'Import more files' }).click()
  await dropFiles(page, [bench.file('next.csv', usage('5'))])
  await expect(page.getByText('The columns were read by a saved mapping')).toBeVisible()
  await expect(page.getByText('2 rows are ready.')).toBeVisible()
})
