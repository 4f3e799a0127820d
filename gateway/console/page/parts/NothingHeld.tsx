import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/session";
import { readCoverage, sayNothingHeld, type InstitutionAnswer } from "./coverage";

/** An empty table says who answered that there is nothing, so that it cannot be read as silence. */
export function NothingHeld({
  coverage,
}: {
  readonly coverage: readonly InstitutionAnswer[] | null;
}): ReactNode {
  const { t } = useTranslation();
  const { caller, may } = useSession();
  const viewer = may("case:read") ? "police" : caller.institution === null ? "person" : "institution";
  const { text, names } = sayNothingHeld(viewer, readCoverage(coverage ?? []));
  return t(`coverage.${text}`, { names: names.join(" · ") });
}
