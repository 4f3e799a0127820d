import { Segmented, Select, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { FundTrail, MoneyAccounts, type MoneyAccountsQuery } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { NothingHeld } from "../../parts/NothingHeld";
import { SilentRows } from "../../parts/SilentRows";
import { MoneyTrail } from "./MoneyTrail";

type Account = NonNullable<NonNullable<MoneyAccountsQuery["subject"]>["accounts"]>["nodes"][number];

/** Money followed hop by hop, out of one of a person's accounts or into it. */
export function MoneyPage(): ReactNode {
  const { t } = useTranslation();
  const { id = "", account = "" } = useParams();
  const navigate = useNavigate();
  const answered = useAnswer(MoneyAccounts, { id });
  return (
    <>
      <h1>{t("nav.money")}</h1>
      <AnswerBox answered={answered}>
        {({ subject }) => {
          if (subject === null) return <p>{t("fault.NOT_FOUND.what")}</p>;
          const accounts = subject.accounts?.nodes ?? [];
          const chosen = accounts.find(one => one.id === account) ?? accounts[0];
          return (
            <>
              <SilentRows
                coverage={subject.accounts === null ? null : subject.bankingCoverage}
                onRetry={answered.askAgain}
              />
              {chosen === undefined ? (
                <NothingHeld coverage={subject.bankingCoverage} />
              ) : (
                <AccountMoney
                  key={chosen.id}
                  subjectId={id}
                  name={subject.bankingIdentity?.name ?? ""}
                  account={chosen}
                  accounts={accounts}
                  onChoose={next => void navigate(`/person/${id}/money/${next}`)}
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
        <Select
          size="small"
          className="account-field"
          aria-label={t("account.number")}
          value={account.id}
          options={accounts.map(one => ({
            value: one.id,
            label: `${one.institution.name} ${one.maskedNumber}`,
          }))}
          onChange={onChoose}
        />
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
            <p className="amber">{t("coverage.registerSilent")}</p>
          );
        }}
      </AnswerBox>
    </>
  );
}
