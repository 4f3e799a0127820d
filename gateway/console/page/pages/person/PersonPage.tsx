import { Tabs } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Person } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import type { Receipt } from "../../hub/askHub";
import { PrintingContext } from "../../parts/PrintingContext";
import { usePrinting } from "../../parts/usePrinting";
import { AnswerBox } from "../../parts/AnswerBox";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";
import { DossierHead } from "./DossierHead";
import { NotYetInCase } from "./NotYetInCase";
import type { Subject } from "./personFacts";
import { usePersonTabs, type PersonSteps, type PersonTab } from "./usePersonTabs";
import { personVariables } from "./personVariables";
import { PrintButton } from "./PrintButton";
import { VerdictStrip } from "./VerdictStrip";
import { WhoCard } from "./WhoCard";

const PAGE = 100;

/** Everything held under one document: the verdict first, then who it is, then each register's facts. */
export function PersonPage(): ReactNode {
  const { id = "" } = useParams();
  // What was opened and paged to of one person is nothing of the next one's.
  return <PersonAnswer key={id} id={id} />;
}

/** The same of a person whose token is known. */
export function PersonAnswer({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const [tab, setTab] = useState<string | null>(null);
  const [lines, setLines] = useState<readonly string[]>([]);
  const [accounts, setAccounts] = useState<readonly string[]>([]);
  const answered = useAnswer(
    Person,
    personVariables(id, session, {
      linesAfter: lines.at(-1) ?? null,
      accountsAfter: accounts.at(-1) ?? null,
    }),
  );
  const { purpose, may } = session;
  const isRefused = ["FORBIDDEN", "PURPOSE_REQUIRED"].includes(answered.refusal?.code ?? "");
  if (answered.refusal && isRefused && purpose?.purpose === "CASE" && may("case:write")) {
    return (
      <NotYetInCase
        fault={answered.refusal}
        caseNumber={purpose.reference ?? ""}
        subjectId={id}
        onDone={answered.askAgain}
      />
    );
  }
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
            tab={tab}
            onTab={setTab}
            steps={{
              lines: (
                <PageSteps
                  cursors={lines}
                  size={PAGE}
                  pageInfo={subject.phoneLines?.pageInfo}
                  onChange={setLines}
                />
              ),
              accounts: (
                <PageSteps
                  cursors={accounts}
                  size={PAGE}
                  pageInfo={subject.accounts?.pageInfo}
                  onChange={setAccounts}
                />
              ),
            }}
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
  /** The part that is open; null for the first. */
  readonly tab: string | null;
  readonly onTab: (name: string) => void;
  readonly steps: PersonSteps;
}

function PersonView({ subject, receipt, onRetry, tab, onTab, steps }: PersonViewProps): ReactNode {
  const { t } = useTranslation();
  const isPrinting = usePrinting();
  const tabs = usePersonTabs(subject, onRetry, steps);
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
            {tabs.map(one => (
              <section key={one.name} className="dossier-part">
                <h2>{titleOf(one)}</h2>
                {one.body}
              </section>
            ))}
          </div>
        ) : (
          <Tabs
            size="small"
            activeKey={tab ?? tabs[0]?.name ?? ""}
            onChange={onTab}
            items={tabs.map(one => ({ key: one.name, label: titleOf(one), children: one.body }))}
          />
        )}
      </div>
    </PrintingContext>
  );
}
