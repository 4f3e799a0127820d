import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { joinCoverage } from "../../parts/coverage";
import { SilentRows } from "../../parts/SilentRows";
import { useSession } from "../../session/session";
import { AddSubject } from "../cases/AddSubject";
import type { Holder } from "./findHolder";

interface OpenedHolderProps {
  readonly holder: Holder;
  readonly onRetry: () => void;
}

/** How much somebody holds whom a link led to, how much of it is shown, and how to look at them further. */
export function OpenedHolder({ holder, onRetry }: OpenedHolderProps): ReactNode {
  const { t } = useTranslation();
  const { purpose, may } = useSession();
  const { id, bankingIdentity, accounts, phoneLines } = holder;
  const counted = [
    ["tabs.accounts", accounts],
    ["tabs.lines", phoneLines],
  ] as const;
  return (
    <section className="card" aria-label={t("links.opened")}>
      <p role="status">
        <Link to={`/person/${id}`}>{bankingIdentity?.name ?? t("who.unnamed")}</Link>{" "}
        {counted.map(
          ([name, list]) =>
            list && (
              <span key={name}>
                {t(name)} <b className="number">{list.totalCount}</b>
                {list.nodes.length < list.totalCount && (
                  <span className="amber"> {t("page.first", { count: list.nodes.length })}</span>
                )}{" "}
              </span>
            ),
        )}
      </p>
      <SilentRows coverage={joinCoverage(holder)} onRetry={onRetry} />
      {purpose?.purpose === "CASE" && purpose.reference !== null && may("case:write") && (
        <>
          <p className="quiet">{t("links.openedMeans", { number: purpose.reference })}</p>
          <AddSubject caseNumber={purpose.reference} subjectId={id} onDone={() => undefined} />
        </>
      )}
    </section>
  );
}
