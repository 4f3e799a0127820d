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
import { AccountsTable } from "./AccountsTable";
import { CasesTable } from "./CasesTable";
import { DossierHead } from "./DossierHead";
import { HistoryTable } from "./HistoryTable";
import { LinesTable } from "./LinesTable";
import { LinkedTable } from "./LinkedTable";
import type { Subject } from "./personFacts";
import { personVariables } from "./personVariables";
import { PrintButton } from "./PrintButton";
import { SanctionsTable } from "./SanctionsTable";
import { VerdictStrip } from "./VerdictStrip";
import { WhoCard } from "./WhoCard";

/** Everything held under one document: the verdict first, then who it is, then each register's facts. */
export function PersonPage(): ReactNode {
  const { id = "" } = useParams();
  return <PersonAnswer id={id} />;
}

/** The same of a person whose token is known. */
export function PersonAnswer({ id }: { readonly id: string }): ReactNode {
  const session = useSession();
  const answered = useAnswer(Person, personVariables(id, session));
  return (
    <AnswerBox answered={answered}>
      {({ subject }) =>
        subject && (
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
  const { may } = useSession();
  const isPrinting = usePrinting();
  const tabs = [
    {
      is: may("line:read"),
      name: "lines",
      rows: subject.phoneLines?.totalCount,
      body: <LinesTable subject={subject} onRetry={onRetry} />,
    },
    {
      is: may("account:read"),
      name: "accounts",
      rows: subject.accounts?.totalCount,
      body: <AccountsTable subject={subject} onRetry={onRetry} />,
    },
    {
      is: may("link:read"),
      name: "linked",
      rows: subject.linkedAccounts?.nodes.length,
      body: <LinkedTable subject={subject} onRetry={onRetry} />,
    },
    {
      is: may("sanction:read"),
      name: "measures",
      rows: subject.sanctions?.length,
      body: <SanctionsTable subject={subject} onRetry={onRetry} />,
    },
    {
      is: may("case:read"),
      name: "cases",
      rows: subject.involvements?.length,
      body: <CasesTable subject={subject} onRetry={onRetry} />,
    },
    { is: true, name: "history", rows: undefined, body: <HistoryTable subject={subject} /> },
  ];
  const shown = tabs.filter(({ is }) => is);
  const titleOf = ({ name, rows }: (typeof tabs)[number]): string =>
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
            {shown.map(tab => (
              <section key={tab.name} className="dossier-part">
                <h2>{titleOf(tab)}</h2>
                {tab.body}
              </section>
            ))}
          </div>
        ) : (
          <Tabs
            size="small"
            items={shown.map(tab => ({ key: tab.name, label: titleOf(tab), children: tab.body }))}
          />
        )}
      </div>
    </PrintingContext>
  );
}
