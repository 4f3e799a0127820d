import type { FormattedExecutionResult } from "graphql";

const texts = new WeakMap<object, string>();

/** An answer's data as it is sent, written once: what goes on record and what leaves are the same characters. */
export function dataText(data: unknown): string {
  if (typeof data !== "object" || data === null) return JSON.stringify(data ?? null);
  const written = texts.get(data) ?? JSON.stringify(data);
  texts.set(data, written);
  return written;
}

/** A whole answer as it is sent: errors first, as GraphQL advises, and a line's end for whoever reads it in a terminal. */
export function answerText({ errors, data, extensions }: FormattedExecutionResult): string {
  const parts = [
    ...(errors === undefined ? [] : [`"errors":${JSON.stringify(errors)}`]),
    ...(data === undefined ? [] : [`"data":${dataText(data)}`]),
    ...(extensions === undefined ? [] : [`"extensions":${JSON.stringify(extensions)}`]),
  ];
  return `{${parts.join(",")}}\n`;
}
