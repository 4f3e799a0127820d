import { scrub } from "../../gateway/errors/scrub";

const MAX_FRAMES = 5; // enough to find the place

/**
 * An unexpected error in words that can be shown: its kind and where it arose. Its message stays out, because a
 * driver's message can quote a statement with a name in it; on request it comes with every number struck out.
 */
export function describeFailure(error: unknown, withMessage: boolean): string {
  if (!(error instanceof Error)) return "a value that is no error was thrown";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const stack = error.stack ?? "";
  const afterMessage = stack.indexOf(error.message) + error.message.length;
  const frames = stack
    .slice(afterMessage)
    .split("\n")
    .filter(line => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES);
  const message = withMessage ? [scrub(error.message)] : [];
  return [`${error.name}${code}`, ...message, ...frames].join("\n");
}
