import { Segmented, Select, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { FundTrail, MoneyAccounts, type MoneyAccountsQuery } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { NothingHeld } from "../../parts/NothingHeld";
import { PartFault } from "../../parts/PartFault";
import { SilentRows } from "../../parts/SilentRows";
import { MoneyTrail } from "./MoneyTrail";

type Account = NonNullable<NonNullable<MoneyAccountsQuery["subject"]>["accounts"]>["nodes"][number];

/** Money followed hop by hop, out of one of a person's accounts or into it. */
export function MoneyPage(): ReactNode {
  const { t } = useTranslation();
  const { id = "", account = "" } = useParams();
  const navigate = useNavigate();
  const answered = useAnswer(MoneyAccounts, { id });
  const choose = (next: string): void => void navigate(`/person/${id}/money/${next}`);
  return (
    <>
      <h1>{t("nav.money")}</h1>
      <AnswerBox answered={answered}>
        {({ subject }) => {
          if (subject === null) return <p>{t("fault.NOT_FOUND.what")}</p>;
          const accounts = subject.accounts?.nodes ?? [];
          // An address that names another account is not answered with one that happens to come first.
          const chosen = account === "" ? accounts[0] : accounts.find(({ id: known }) => known === account);
          return (
            <>
              <SilentRows
                coverage={subject.accounts === null ? null : subject.bankingCoverage}
                onRetry={answered.askAgain}
              />
              {(subject.accounts?.totalCount ?? 0) > accounts.length && (
                <p className="amber">{t("page.first", { count: accounts.length })}</p>
              )}
              {subject.accounts === null ? null : accounts.length === 0 ? (
                <NothingHeld coverage={subject.bankingCoverage} />
              ) : chosen === undefined ? (
                <>
                  <p className="amber">{t("money.notTheirs")}</p>
                  <AccountField accounts={accounts} chosen={null} onChoose={choose} />
                </>
              ) : (
                <AccountMoney
                  key={chosen.id}
                  subjectId={id}
                  name={subject.bankingIdentity?.name ?? ""}
                  account={chosen}
                  accounts={accounts}
                  onChoose={choose}
                />
              )}
            </>
          );
        }}
      </AnswerBox>
    </>
  );
}

interface AccountMoneyProps {
  readonly subjectId: string;
  readonly name: string;
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly onChoose: (accountId: string) => void;
}

const DIRECTIONS = ["OUT", "IN"] as const;
const DEPTHS = [1, 2, 3, 4, 5];
/** As far as a case reaches by itself; beyond it its lead has approved that the officer looks further. */
const FIRST_DEPTH = 1;

function AccountMoney({ subjectId, name, account, accounts, onChoose }: AccountMoneyProps): ReactNode {
  const { t } = useTranslation();
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>("OUT");
  const [depth, setDepth] = useState(FIRST_DEPTH);
  const answered = useAnswer(FundTrail, { id: subjectId, account: account.id, direction, depth });
  return (
    <>
      <Space className="filters" wrap>
        <b>{name}</b>
        <AccountField accounts={accounts} chosen={account.id} onChoose={onChoose} />
        <Segmented
          size="small"
          value={direction}
          options={DIRECTIONS.map(value => ({ value, label: t(`money.direction.${value}`) }))}
          onChange={setDirection}
        />
        <Segmented
          size="small"
          value={depth}
          options={DEPTHS.map(value => ({ value, label: t("links.hop", { count: value }) }))}
          onChange={setDepth}
        />
      </Space>
      <AnswerBox answered={answered}>
        {({ subject }) => {
          const trail = subject?.accounts?.nodes[0]?.fundTrail;
          const faults = answered.answer?.faults ?? [];
          if (faults.some(({ code, path }) => code === "FORBIDDEN" && path.includes("fundTrail")))
            return <p className="amber">{t("money.tooFar")}</p>;
          return trail ? (
            <MoneyTrail trail={trail} direction={direction} receipt={answered.answer?.receipt ?? null} />
          ) : (
            <PartFault faults={faults} part="fundTrail" onRetry={answered.askAgain} />
          );
        }}
      </AnswerBox>
    </>
  );
}

interface AccountFieldProps {
  readonly accounts: readonly Account[];
  readonly chosen: string | null;
  readonly onChoose: (accountId: string) => void;
}

function AccountField({ accounts, chosen, onChoose }: AccountFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      size="small"
      className="account-field"
      aria-label={t("account.number")}
      value={chosen}
      options={accounts.map(({ id, institution, maskedNumber }) => ({
        value: id,
        label: `${institution.name} ${maskedNumber}`,
      }))}
      onChange={onChoose}
    />
  );
}
