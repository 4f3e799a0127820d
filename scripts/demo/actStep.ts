import type { DemoStep } from "./demoStep";
import { demoStep } from "./demoStep";

/** Something that somebody does: a mutation of one input, what is asked back, and how that is told. */
export interface Act<Done> {
  readonly title: string;
  readonly as: string;
  readonly field: string;
  /** The type of the input, where it is not named after the field. */
  readonly inputType?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly selection: string;
  readonly tell: (done: Done) => readonly string[];
}

/** Somebody does something; what they may not do is told as the refusal. */
export function actStep<Done>({ title, as, field, inputType, input, selection, tell }: Act<Done>): DemoStep {
  const type = inputType ?? `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  return demoStep<Readonly<Record<string, Done>>>({
    title,
    as,
    query: `mutation Act($input: ${type}!) { ${field}(input: $input) { ${selection} } }`,
    variables: { input },
    tell: data => {
      const done = data[field];
      return done === undefined || done === null ? [] : tell(done);
    },
  });
}
