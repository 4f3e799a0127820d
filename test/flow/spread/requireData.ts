import type { Answer } from "../../support/askOverHttp";

/** What was answered; throws where anything of it was refused. */
export function requireData({ data, errors }: Answer): NonNullable<Answer["data"]> {
  if (errors !== undefined || !data) throw new Error(`it was refused: ${JSON.stringify(errors)}`);
  return data;
}
