/** Migrations are bundled as text, so that a packed program needs no file beside it. */
declare module '*.sql?raw' {
  const sql: string
  export default sql
}
