/** The bundler's list of files by pattern: compiled in, so that a packed program needs no folder. */
interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly eager: true; readonly import: 'default' },
  ): Readonly<Record<string, unknown>>
}
