import type { FormattedExecutionResult } from "graphql";

const texts = new WeakMap<object, string>();

/** An answer's data as it is sent, written once: what goes on record and what leaves are the same characters. */
export function dataText(data: unknown): string {
  if (typeof data !== "object" || data === null) return JSON.stringify(data ?? null);
  const written = texts.get(data) ?? JSON.stringify(data);
  texts.set(data, written);
  return written;
}

/** A whole answer as it is sent. */
export function answerText({ data, ...rest }: FormattedExecutionResult): string {
  const others = JSON.stringify(rest).slice(1, -1);
  const parts = [
    ...(data === undefined ? [] : [`"data":${dataText(data)}`]),
    ...(others === "" ? [] : [others]),
  ];
  return `{${parts.join(",")}}`;
}
