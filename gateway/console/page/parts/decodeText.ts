/**
 * The text of a file: UTF-8, or GB 18030, in which Chinese spreadsheets write CSV. What is neither is left without the
 * characters that could not be read, and whoever reads it finds them at fault.
 */
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
