// @ts-check

/**
 * `webUtils.getPathForFile` answers at once, and only Chromium knows the path. So a file that the
 * user dropped or chose gets a placeholder, which the main process replaces by the real path before
 * the program sees the message; a file that a script made has the path ''.
 * @param {string} placeholder what placeholders start with
 */
export function createFilePaths(placeholder) {
  /** Name, size and time of the files that came from the user. @type {Set<string>} */
  const given = new Set()
  /** @type {File[]} */
  const asked = []

  /** @param {File} file */
  const fingerprint = (file) => `${file.lastModified}/${file.size}/${file.name}`
  /** @param {FileList | null | undefined} files */
  const remember = (files) => {
    for (const file of files ?? []) given.add(fingerprint(file))
  }
  // The window's capture phase comes before every listener of the page.
  window.addEventListener(
    'drop',
    (event) => event.isTrusted && remember(event.dataTransfer?.files),
    true,
  )
  for (const type of ['input', 'change']) {
    const look = (/** @type {Event} */ event) => {
      if (event.isTrusted && event.target instanceof HTMLInputElement) remember(event.target.files)
    }
    window.addEventListener(type, look, true)
  }

  return {
    /** @param {number} index */
    fileAt: (index) => asked[index],
    /** @param {unknown} file */
    getPathForFile: (file) => {
      if (!(file instanceof File)) {
        throw new TypeError(
          'getPathForFile expected to receive a File object but one was not provided',
        )
      }
      if (!given.has(fingerprint(file))) return ''
      return `${placeholder}${asked.push(file) - 1};`
    },
  }
}
