import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DisputeLine } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Facts } from "../../parts/Facts";
import { Findings } from "../../parts/Findings";
import { formatDay, formatMinute } from "../../parts/formatTime";
import { NothingHeld } from "../../parts/NothingHeld";
import { SilentRows } from "../../parts/SilentRows";
import { useSession } from "../../session/session";
import { ObjectButton } from "./ObjectButton";
import type { Line, Subject } from "./personFacts";

interface LinesTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
  /** Leads on where there are more than one page holds. */
  readonly steps: ReactNode;
}

/** The lines registered under the document, each with its source and as of when. */
export function LinesTable({ subject, onRetry, steps }: LinesTableProps): ReactNode {
  const { t } = useTranslation();
  const { phoneLines, telecomCoverage } = subject;
  const asOf = new Map(telecomCoverage?.map(one => [one.institution.code, one.asOf]));
  return (
    <>
      <SilentRows coverage={phoneLines ? telecomCoverage : null} onRetry={onRetry} />
      {phoneLines && (
        <DataTable
          rows={phoneLines.nodes}
          rowKey={line => line.id}
          empty={<NothingHeld coverage={telecomCoverage} />}
          columns={[
            {
              title: t("line.number"),
              render: (_, { number, maskedNumber }) => (
                <span className="number">{number ?? maskedNumber}</span>
              ),
            },
            { title: t("line.kind"), render: (_, { kind }) => kind && t(`enums.LineKind.${kind}`) },
            {
              title: t("line.status"),
              render: (_, { status }) => status && <EnumTag of="LineStatus" value={status} />,
            },
            { title: t("line.carrier"), render: (_, { carrier }) => carrier?.name },
            {
              title: t("line.registered"),
              render: (_, { registeredOn }) => <span className="number">{formatDay(registeredOn)}</span>,
            },
            {
              title: t("line.lastUsed"),
              render: (_, { lastUsedOn }) => <span className="number">{formatDay(lastUsedOn)}</span>,
            },
            {
              title: t("line.flags"),
              render: (_, { flags }) =>
                flags
                  ?.filter(({ status }) => status !== "DISMISSED")
                  .map(({ id, kind }) => <EnumTag key={id} of="AbnormalFlagKind" value={kind} />),
            },
            {
              title: t("fact.asOf"),
              render: (_, { carrier }) => (
                <span className="number quiet">{formatDay(asOf.get(carrier?.code ?? ""))}</span>
              ),
            },
          ]}
          sheet={line => ({
            title: <span className="number">{line.number ?? line.maskedNumber}</span>,
            body: <LineSheet subject={subject} line={line} onRetry={onRetry} />,
          })}
        />
      )}
      {steps}
    </>
  );
}

interface LineSheetProps {
  readonly subject: Subject;
  readonly line: Line;
  readonly onRetry: () => void;
}

function LineSheet({ subject, line, onRetry }: LineSheetProps): ReactNode {
  const { t } = useTranslation();
  const { may, ask } = useSession();
  const { realName, openedAt } = line;
  return (
    <>
      <Facts
        rows={[
          [t("line.carrier"), line.carrier?.name],
          [t("line.activated"), formatDay(line.activatedOn)],
          [t("line.closed"), formatDay(line.closedOn)],
          [t("line.outlet"), openedAt && `${openedAt.name} (${openedAt.code})`],
          [t("line.agent"), openedAt?.agent],
          [
            t("line.realName"),
            realName &&
              `${t(`realName.${realName.method}`, { defaultValue: realName.method })} · ${t(realName.onlineCheckPassed ? "realName.passed" : "realName.failed")} · ${formatMinute(realName.verifiedOn)}`,
          ],
        ]}
      />
      {may("self:dispute") && (
        <ActionButton
          label={t("account.notMine")}
          consequence={t("line.notMineMeans")}
          question={t("account.notMineWhy")}
          run={reason => ask(DisputeLine, { input: { lineId: line.id, reason } })}
          onDone={onRetry}
        />
      )}
      <h3>{t("line.flags")}</h3>
      {line.flags?.length === 0 && <p className="quiet">{t("fact.none")}</p>}
      {line.flags?.map(flag => (
        <p key={flag.id}>
          {t(`enums.AbnormalFlagKind.${flag.kind}`)} <EnumTag of="FlagStatus" value={flag.status} />{" "}
          <span className="number">{formatDay(flag.observedFrom)}</span> {flag.note}
        </p>
      ))}
      <h3>{t("line.orders")}</h3>
      {(line.orders ?? []).length === 0 && <p className="quiet">{t("fact.none")}</p>}
      {line.orders?.map(order => (
        <div key={order.id}>
          <p>
            {t(`enums.LineOrderKind.${order.kind}`)} <EnumTag of="OrderStatus" value={order.status} />{" "}
            {t("order.due")} <span className="number">{formatMinute(order.dueAt)}</span>
          </p>
          <Findings findings={[order.reason]} />
          {may("self:dispute") && isObjectedToAlone(order, subject) && (
            <ObjectButton target="ORDER" targetId={order.id} onDone={onRetry} />
          )}
        </div>
      ))}
    </>
  );
}

/** A sanction is objected to as a whole, where it stands; what restores, or was asked for by the person, needs no objection. */
function isObjectedToAlone(
  { kind, causeId, reason }: NonNullable<Line["orders"]>[number],
  { sanctions }: Subject,
): boolean {
  if (kind === "RESTORE" || ["disputedByHolder", "wrongRecord"].includes(reason.ruleId)) return false;
  return sanctions?.some(({ id }) => id === causeId) !== true;
}
