import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DisputeAccount } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { Facts } from "../../parts/Facts";
import { Findings } from "../../parts/Findings";
import { formatDay, formatLastDay } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import { ObjectButton } from "./ObjectButton";
import type { Account, Subject } from "./personFacts";

interface AccountSheetProps {
  readonly subject: Subject;
  readonly account: Account;
  readonly onRetry: () => void;
}

/** One account: where it was opened, what stands on it and why, and what its holder can say to that. */
export function AccountSheet({ subject, account, onRetry }: AccountSheetProps): ReactNode {
  const { t } = useTranslation();
  const { may, ask } = useSession();
  return (
    <>
      <Facts
        rows={[
          [t("account.outlet"), account.openedAt && `${account.openedAt.name} (${account.openedAt.code})`],
          [t("account.opened"), formatDay(account.openedOn)],
          [t("account.closed"), formatDay(account.closedOn)],
        ]}
      />
      {may("transfer:read") && (
        <p>
          <Link to={`/person/${subject.id}/money/${account.id}`}>{t("money.follow")}</Link>
        </p>
      )}
      {may("self:dispute") && (
        <ActionButton
          label={t("account.notMine")}
          consequence={t("account.notMineMeans")}
          question={t("account.notMineWhy")}
          run={reason => ask(DisputeAccount, { input: { accountId: account.id, reason } })}
          onDone={onRetry}
        />
      )}
      <h3>{t("account.restrictions")}</h3>
      {account.restrictions.length === 0 && <p className="quiet">{t("fact.none")}</p>}
      {account.restrictions.map((restriction, index) => (
        <div key={index}>
          <p>
            <b>{t(`enums.AccountOrderKind.${restriction.kind}`)}</b>{" "}
            <span className="number">
              {formatDay(restriction.startsAt)} —{" "}
              {restriction.endsAt === null ? t("fact.openEnd") : formatLastDay(restriction.endsAt)}
            </span>
          </p>
          <p className="quiet number">{restriction.causeId}</p>
          <Findings findings={restriction.derivation} />
          <ObjectToOrder subject={subject} account={account} restriction={restriction} onDone={onRetry} />
        </div>
      ))}
    </>
  );
}

interface ObjectToOrderProps {
  readonly subject: Subject;
  readonly account: Account;
  readonly restriction: Account["restrictions"][number];
  readonly onDone: () => void;
}

/** What no sanction brought about is objected to by its order; a sanction is objected to as a whole, where it stands. */
function ObjectToOrder({ subject, account, restriction, onDone }: ObjectToOrderProps): ReactNode {
  const order = account.orders?.find(
    ({ kind, causeId }) => kind === restriction.kind && causeId === restriction.causeId,
  );
  if (order === undefined || subject.sanctions?.some(({ id }) => id === order.causeId) === true) return null;
  return <ObjectButton target="ORDER" targetId={order.id} onDone={onDone} />;
}
