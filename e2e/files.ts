import { type Page } from '@playwright/test'

/**
 * Drops files onto the window as a file manager does: the browser hands over real files, whose
 * paths only the preload can learn.
 */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = 'dropped-files'
    input.hidden = true
    document.body.append(input)
  })
  await page.locator('#dropped-files').setInputFiles([...paths])
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped-files')
    const dataTransfer = new DataTransfer()
    for (const file of input?.files ?? []) dataTransfer.items.add(file)
    input?.remove()
    const event = { dataTransfer, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new DragEvent('dragover', event))
    document.body.dispatchEvent(new DragEvent('drop', event))
  })
}
