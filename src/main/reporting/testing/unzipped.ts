import yauzl from 'yauzl'

/** The files of an archive with their text. */
export function unzipped(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, string>()
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, archive) => {
      if (error) {
        reject(error)
        return
      }
      archive.on('end', () => resolve(files)).on('error', reject)
      archive.on('entry', (entry: yauzl.Entry) => {
        archive.openReadStream(entry, (fault, stream) => {
          if (fault) {
            reject(fault)
            return
          }
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
            archive.readEntry()
          })
        })
      })
      archive.readEntry()
    })
  })
}
