import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HubFault } from "../../hub/hubFault";
import { FaultBox } from "../../parts/FaultBox";
import { AddSubject } from "../cases/AddSubject";

interface NotYetInCaseProps {
  readonly fault: HubFault;
  readonly caseNumber: string;
  readonly subjectId: string;
  readonly onDone: () => void;
}

/** Somebody whom a number led to, and whom the case does not cover yet: they can be put into it, for its lead to confirm. */
export function NotYetInCase({ fault, caseNumber, subjectId, onDone }: NotYetInCaseProps): ReactNode {
  const { t } = useTranslation();
  const [isAdded, setIsAdded] = useState(false);
  return (
    <>
      <FaultBox fault={fault} onRetry={onDone} />
      <p className="quiet">{t("cases.addFound", { number: caseNumber })}</p>
      {isAdded ? (
        <p role="status">{t("cases.added")}</p>
      ) : (
        <AddSubject
          caseNumber={caseNumber}
          subjectId={subjectId}
          onDone={() => setIsAdded(true)}
          onLost={onDone}
        />
      )}
    </>
  );
}
