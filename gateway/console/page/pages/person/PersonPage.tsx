import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Person } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import type { Receipt } from "../../hub/askHub";
import { PrintingContext } from "../../parts/PrintingContext";
import { usePrinting } from "../../parts/usePrinting";
import { AnswerBox } from "../../parts/AnswerBox";
import { useSession } from "../../session/session";
import { DossierHead } from "./DossierHead";
import type { Subject } from "./personFacts";
import { usePersonTabs, type PersonTab } from "./usePersonTabs";
import { personVariables } from "./personVariables";
import { PrintButton } from "./PrintButton";
import { VerdictStrip } from "./VerdictStrip";
import { WhoCard } from "./WhoCard";

/** Everything held under one document: the verdict first, then who it is, then each register's facts. */
export function PersonPage(): ReactNode {
  const { id = "" } = useParams();
  return <PersonAnswer id={id} />;
}

/** The same of a person whose token is known. */
export function PersonAnswer({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const answered = useAnswer(Person, personVariables(id, session));
  return (
    <AnswerBox answered={answered}>
      {({ subject }) =>
        subject === null ? (
          <p>{t("search.nothing")}</p>
        ) : (
          <PersonView
            subject={subject}
            receipt={answered.answer?.receipt ?? null}
            onRetry={answered.askAgain}
          />
        )
      }
    </AnswerBox>
  );
}

interface PersonViewProps {
  readonly subject: Subject;
  readonly receipt: Receipt | null;
  readonly onRetry: () => void;
}

function PersonView({ subject, receipt, onRetry }: PersonViewProps): ReactNode {
  const { t } = useTranslation();
  const isPrinting = usePrinting();
  const tabs = usePersonTabs(subject, onRetry);
  const titleOf = ({ name, rows }: PersonTab): string =>
    `${t(`tabs.${name}`)}${rows === undefined ? "" : ` ${rows}`}`;
  return (
    <PrintingContext value={isPrinting}>
      <DossierHead receipt={receipt} />
      <VerdictStrip subject={subject} />
      <div className="person">
        <aside>
          <WhoCard subject={subject} />
          <PrintButton />
        </aside>
        {isPrinting ? (
          <div>
            {tabs.map(tab => (
              <section key={tab.name} className="dossier-part">
                <h2>{titleOf(tab)}</h2>
                {tab.body}
              </section>
            ))}
          </div>
        ) : (
          <Tabs
            size="small"
            items={tabs.map(tab => ({ key: tab.name, label: titleOf(tab), children: tab.body }))}
          />
        )}
      </div>
    </PrintingContext>
  );
}
