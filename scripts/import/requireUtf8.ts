import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { CliError, EXIT_MISUSE } from "../cli/cliError";

const NEWLINE = 0x0a;
/** Bytes of the longest character. */
const LONGEST_CHARACTER = 4;

/**
 * Throws CliError for a file in another encoding, before a row of it is written: its names would be stored as garbage
 * that nobody can read back.
 */
export async function requireUtf8(path: string): Promise<void> {
  let line = 1;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const whole = bytes.subarray(0, endOfCharacters(bytes));
    if (!isUtf8(whole)) throw notUtf8(line + readableLines(whole));
    line += lineEnds(whole);
    rest = Buffer.from(bytes.subarray(whole.length));
  }
  if (!isUtf8(rest)) throw notUtf8(line);
}

/** Where the last character begins, which the next bytes may belong to; the end where there is no such place. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(LONGEST_CHARACTER, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    const isFirstOfSeveral = byte >= 0xc0;
    if (isFirstOfSeveral) return bytes.length - back;
    const isOneCharacter = byte < 0x80;
    if (isOneCharacter) return bytes.length;
  }
  return bytes.length;
}

function readableLines(bytes: Buffer): number {
  let lines = 0;
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return lines;
    lines += 1;
    start = end + 1;
  }
  return lines;
}

function lineEnds(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

function notUtf8(line: number): CliError {
  return new CliError(`The file is not UTF-8: line ${line} holds bytes of another encoding.`, {
    next: "Write it anew as UTF-8, from GBK with: iconv -f GB18030 -t UTF-8 FILE > NEW_FILE; then import the new file.",
    exitCode: EXIT_MISUSE,
  });
}
