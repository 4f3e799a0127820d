import { CliError } from "../cli/cliError";

/** One environment variable and how it is understood. `parse` throws an error that says what is expected. */
export interface Setting<T> {
  readonly variable: string;
  readonly parse: (text: string) => T;
  /** Stands in where the variable is not set; without it the variable is required. */
  readonly fallback?: { readonly value: T };
}

type Values<S extends Record<string, Setting<unknown>>> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that has to be set. */
export function required<T>(variable: string, parse: (text: string) => T): Setting<T> {
  return { variable, parse };
}

/** A variable that may be left out. */
export function optional<T>(variable: string, parse: (text: string) => T, value: T): Setting<T> {
  return { variable, parse, fallback: { value } };
}

/** Reads and checks all settings at once; the error names every variable that is missing or wrong, and no value. */
export function readSettings<S extends Record<string, Setting<unknown>>>(
  environment: Environment,
  settings: S,
): Values<S> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { variable, parse, fallback }] of Object.entries(settings)) {
    const text = environment[variable];
    if (text === undefined || text === "") {
      if (fallback) values[name] = fallback.value;
      else problems.push(`${variable} is not set`);
      continue;
    }
    try {
      values[name] = parse(text);
    } catch (error) {
      problems.push(`${variable}: ${error instanceof Error ? error.message : "cannot be read"}`);
    }
  }
  if (problems.length > 0) {
    throw new CliError(`The configuration is not complete.\n  ${problems.join("\n  ")}`, {
      next: "Set these environment variables. `duanka secrets` makes a fresh set of keys.",
    });
  }
  return values as Values<S>;
}
