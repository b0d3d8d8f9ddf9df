import type { SeventyError } from '../../../shared/errors'
import { notText } from '../source/file-faults'
import { encryptedWorkbook, foreignWorkbook } from './workbook-faults'

/**
 * What an OLE compound file is, by the names of its streams, which stand in it in UTF-16: a workbook
 * behind a password, or one of Excel 97 to 2003. Neither can be read, and each has its own remedy.
 */
export function explainCompound(path: string, content: Buffer): SeventyError {
  const has = (stream: string) => content.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return encryptedWorkbook(path)
  if (has('Workbook') || has('Book')) {
    return foreignWorkbook(path, 'xls', 'a workbook of Excel 97 to 2003 (.xls)')
  }
  return notText(path, 'it is a document of an older Office program')
}
