/** Migrations are bundled as text, so that a packed program needs no file beside it. */
interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly eager: true; readonly import: 'default'; readonly query: '?raw' },
  ): Readonly<Record<string, unknown>>
}
