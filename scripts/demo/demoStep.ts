import type { FormattedExecutionResult } from "graphql";
import type { HubQuestion } from "../hub/askHub";

/** One thing that somebody asks in the story, and what the answer means. */
export interface DemoStep extends HubQuestion {
  readonly title: string;
  /** The demo user who asks. */
  readonly as: string;
  readonly query: string;
  /** The answer in a few lines. */
  readonly tell: (answer: FormattedExecutionResult) => readonly string[];
}

/** A step whose answer has a known shape: what the query selects. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the one boundary at which an answer gets its type
export function demoStep<Data>(
  step: Omit<DemoStep, "tell"> & { readonly tell: (data: Data) => readonly string[] },
): DemoStep {
  return {
    ...step,
    tell: ({ data, errors }) => [...(data ? step.tell(data as Data) : []), ...(errors ?? []).map(tellError)],
  };
}

function tellError({
  path,
  extensions,
  message,
}: NonNullable<FormattedExecutionResult["errors"]>[number]): string {
  return `${path?.join(".") || "refused"}: ${String(extensions?.code)} – ${message}`;
}
