import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readCoverage, type InstitutionAnswer } from "./coverage";

/** An empty table says who answered that there is nothing, so that it cannot be read as silence. */
export function NothingHeld({
  coverage,
}: {
  readonly coverage: readonly InstitutionAnswer[] | null;
}): ReactNode {
  const { t } = useTranslation();
  const { answered } = readCoverage(coverage ?? []);
  if (answered.length === 0) return t("coverage.nobodyAnswered");
  return t("coverage.nothing", { names: answered.map(({ institution }) => institution.name).join(" · ") });
}
