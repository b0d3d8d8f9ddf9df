import type { Encoding } from './encoding'

/** Turns a range of the parser's bytes into text. */
export type Decode = (bytes: Buffer, start: number, end: number) => string

/** Windows-1252 differs from Latin-1 in 0x80 to 0x9F; the five gaps keep their control character. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * The decoder for cells of a file. UTF-16 files were turned into UTF-8 before the parser. Windows-1252
 * is decoded here because runtimes disagree about what their own decoder of that name does.
 */
export function decoderFor(encoding: Encoding): Decode {
  return encoding === 'windows-1252' ? decodeWindows1252 : decodeUtf8
}

function decodeUtf8(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('utf8', start, end)
}

function decodeWindows1252(bytes: Buffer, start: number, end: number): string {
  return bytes
    .toString('latin1', start, end)
    .replace(/[\x80-\x9f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80))
}
