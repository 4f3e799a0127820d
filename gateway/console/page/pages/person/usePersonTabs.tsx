import type { ReactNode } from "react";
import { useSession } from "../../session/session";
import { AccountsTable } from "./AccountsTable";
import { BlacklistTable } from "./BlacklistTable";
import { CasesTable } from "./CasesTable";
import { HistoryTable } from "./HistoryTable";
import { LinesTable } from "./LinesTable";
import { LinkedTable } from "./LinkedTable";
import { OwnObjectionsTable } from "./OwnObjectionsTable";
import type { Subject } from "./personFacts";
import { SanctionsTable } from "./SanctionsTable";
import { VisitsTable } from "./VisitsTable";

/** What one register tells of a person. */
export interface PersonTab {
  readonly name: string;
  /** How many rows it has, where that is known; `50+` where only so many were listed. */
  readonly rows: number | string | undefined;
  readonly body: ReactNode;
}

/** What leads on in the lists that can be longer than one page. */
export interface PersonSteps {
  readonly lines: ReactNode;
  readonly accounts: ReactNode;
}

/** The parts of a person's page, of those that the role sees. */
export function usePersonTabs(
  subject: Subject,
  onRetry: () => void,
  steps: PersonSteps,
): readonly PersonTab[] {
  const { may } = useSession();
  const tabs = [
    {
      is: may("line:read"),
      name: "lines",
      rows: subject.phoneLines?.totalCount,
      body: <LinesTable subject={subject} onRetry={onRetry} steps={steps.lines} />,
    },
    {
      is: may("account:read"),
      name: "accounts",
      rows: subject.accounts?.totalCount,
      body: <AccountsTable subject={subject} onRetry={onRetry} steps={steps.accounts} />,
    },
    {
      is: may("link:read"),
      name: "linked",
      rows: countOfLinked(subject),
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
    {
      is: may("case:read"),
      name: "visits",
      rows: subject.visits?.length,
      body: <VisitsTable subject={subject} onRetry={onRetry} />,
    },
    {
      is: may("line:read"),
      name: "blacklist",
      rows: subject.blacklistEntries?.length,
      body: <BlacklistTable subject={subject} onRetry={onRetry} />,
    },
    {
      is: may("self:dispute"),
      name: "objections",
      rows: subject.objections?.length,
      body: <OwnObjectionsTable subject={subject} onRetry={onRetry} />,
    },
    {
      is: true,
      name: "history",
      rows: undefined,
      body: <HistoryTable subject={subject} onRetry={onRetry} />,
    },
  ];
  return tabs.filter(({ is }) => is);
}

/** How many are listed, and that it is not all of them. */
function countOfLinked({ linkedAccounts }: Subject): string | undefined {
  return linkedAccounts === null || linkedAccounts === undefined
    ? undefined
    : `${linkedAccounts.nodes.length}${linkedAccounts.truncated ? "+" : ""}`;
}
