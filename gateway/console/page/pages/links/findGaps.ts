import type { LinksQuery } from "../../../generated/operations";
import { joinCoverage, readCoverage } from "../../parts/coverage";

/** What a chart does not show of somebody who was opened. */
export interface Gap {
  readonly what: "registerSilent" | "silent" | "truncated";
  readonly names: string;
}

/** Who did not answer about somebody, and whether there is more than was told: a chart shows neither by itself. */
export function findGaps(subject: NonNullable<LinksQuery["subject"]>): readonly Gap[] {
  const coverage = joinCoverage(subject);
  const silent = readCoverage(coverage ?? []).silent.map(({ institution }) => institution.name);
  return [
    ...(coverage === null || subject.linkedAccounts === null
      ? [{ what: "registerSilent" as const, names: "" }]
      : []),
    ...(silent.length > 0 ? [{ what: "silent" as const, names: silent.join(" · ") }] : []),
    ...(subject.linkedAccounts?.truncated === true ||
    subject.accounts?.pageInfo.hasNextPage === true ||
    subject.phoneLines?.pageInfo.hasNextPage === true
      ? [{ what: "truncated" as const, names: "" }]
      : []),
  ];
}
