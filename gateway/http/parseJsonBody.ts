import { TextDecoder } from "node:util";
import { HubError } from "../../schema/contract/errors";

/** Written escapes of characters that no honest text has: NUL and halves of characters. */
const SUSPICIOUS_ESCAPE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * Reads a JSON body strictly: UTF-8 alone, no NUL, no half characters. Two programs that read such text
 * differently would see two different numbers.
 */
export function parseJsonBody(body: Buffer): unknown {
  let value: unknown;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    value = JSON.parse(text);
    if (SUSPICIOUS_ESCAPE.test(text)) requireWellFormed(value);
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw new HubError("BAD_INPUT", "The body is not valid JSON in UTF-8.");
  }
  return value;
}

function requireWellFormed(value: unknown): void {
  if (typeof value === "string") {
    if (!isWellFormed(value)) {
      throw new HubError("BAD_INPUT", "The body has characters that no text may have.");
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      requireWellFormed(key);
      requireWellFormed(inner);
    }
  }
}

const NUL_OR_HALF_CHARACTER = /\u0000|\p{Surrogate}/u;

function isWellFormed(text: string): boolean {
  return !NUL_OR_HALF_CHARACTER.test(text);
}
