import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../../parts/Facts";
import { formatMinute } from "../../parts/formatTime";

interface ObjectionFactsProps {
  readonly objection: {
    readonly grounds: string;
    readonly decision: string | null;
    readonly decidedAt: string | null;
    readonly restoredAt: string | null;
  };
}

/** Why something is objected to, and what came of it. */
export function ObjectionFacts({ objection }: ObjectionFactsProps): ReactNode {
  const { t } = useTranslation();
  const { grounds, decision, decidedAt, restoredAt } = objection;
  return (
    <Facts
      rows={[
        [t("objections.grounds"), grounds],
        [t("objections.decision"), decision],
        [t("objections.decided"), formatMinute(decidedAt)],
        [t("objections.restored"), formatMinute(restoredAt)],
      ]}
    />
  );
}
