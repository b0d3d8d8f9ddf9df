import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './app'

/** From a step of the cheapest way to something that somebody does, without a mouse. */

const ctrl = process.platform === 'darwin' ? 'Meta' : 'Control'

test('a step of a way becomes an action with an owner and a date, moves, and is undone', async ({
  bench,
}) => {
  const { page } = await bench.start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await expect(page.getByTestId('total')).toHaveText('84.0')
  await page.keyboard.press(`${ctrl}+8`)
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
  await page.getByLabel('Goal by').fill('2025-06-01')
  await page.keyboard.press('Tab')

  const step = page.getByRole('button', { name: /^Add as action: / }).first()
  await step.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New action' })
  await expect(dialog.getByLabel('What is to be done')).toBeFocused()
  const title = await dialog.getByLabel('What is to be done').inputValue()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ada')
  await dialog.getByLabel('Due on').fill('2023-12-01')
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await dialog.getByLabel('Due on').press('Enter')
  await expect(dialog).toHaveCount(0)

  const board = page.getByRole('region', { name: 'Actions' })
  await expect(board).toContainText('Overdue since 1 December 2023')
  await expect(page.getByText('Among the actions').first()).toBeVisible()
  const status = board.getByLabel(`Status: ${title}`)
  await status.focus()
  await page.keyboard.press('ArrowDown')
  await expect(board.getByRole('heading', { name: 'In progress (1)' })).toBeVisible()
  await expect(status).toBeFocused()
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])

  await page.keyboard.press(`${ctrl}+1`)
  await page.keyboard.press(`${ctrl}+2`)
  const top = page.getByRole('region', { name: 'Top three actions' })
  await expect(top).toContainText(title)
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])

  await page.keyboard.press(`${ctrl}+z`)
  await expect(page.getByText(/^Undone: action .* to in progress/)).toBeVisible()
  const listed = bench.cli('actions', '--profile', 'Larkspur Cloud Defence', '--json')
  expect(JSON.parse(listed.stdout)).toMatchObject({
    actions: [{ title, owner: 'Ada', due: '2023-12-01', status: 'open' }],
  })
})

test('a snapshot stays as it was taken when the data changes, and notes stand where they belong', async ({
  bench,
}) => {
  const { page } = await bench.start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await expect(page.getByTestId('total')).toHaveText('84.0')
  await page.keyboard.press(`${ctrl}+s`)
  await expect(page.getByText(/^Done: snapshot of 2023-12-15/)).toBeVisible()

  await page.getByRole('button', { name: 'New note' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Text')).toBeFocused()
  await page.keyboard.type('Asked for the association')
  await page.keyboard.press(`${ctrl}+Enter`)
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText(
    'Asked for the association',
  )

  // A later download takes usage back that the snapshot knew of.
  const usage = bench.file(
    'november.csv',
    [
      'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType',
      '2023-11-01,5f0c1a2b-0000-4000-8000-000000000001,Fennick Foods,Key Vault,-50000,PAL',
      '',
    ].join('\n'),
  )
  expect(bench.cli('import', '--profile', 'Larkspur Cloud Defence', usage).status).toBe(0)

  await page.keyboard.press(`${ctrl}+7`)
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeFocused()
  const snapshots = page.getByRole('table', { name: 'Snapshots' })
  await expect(snapshots.getByRole('row').nth(1)).toContainText('84.0')
  await expect(snapshots).toContainText('Data was changed since')
  await page.getByLabel('From', { exact: true }).selectOption({ index: 1 })
  await expect(page.getByRole('table', { name: /^From 15 December 2023/ })).toContainText(
    'Data or rules changed since',
  )
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
})
