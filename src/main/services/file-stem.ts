/** A name without what the name of a file may not hold on any system. */
export function fileStem(name: string): string {
  return name
    .replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
