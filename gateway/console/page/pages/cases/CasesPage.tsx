import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { MyCases } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";
import { purposeOf } from "./purposeOf";

const PAGE = 50;

/** The officer's cases, newest first; working on one makes it the purpose of what is asked next. */
export function CasesPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { choosePurpose, purpose, standing } = useSession();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const answered = useAnswer(MyCases, { after: cursors.at(-1) ?? null }, standing);
  const workOn = (number: string): void => {
    choosePurpose(purposeOf(number));
    void navigate(`/cases/${number}`);
  };
  return (
    <>
      <h1>{t("cases.heading")}</h1>
      {purpose === null && <p className="quiet">{t("cases.lead")}</p>}
      <AnswerBox answered={answered}>
        {({ cases }) => (
          <>
            <DataTable
              rows={cases?.nodes ?? []}
              rowKey={one => one.number}
              empty={t("cases.none")}
              columns={[
                {
                  title: t("cases.number"),
                  render: (_, one) => (
                    <Link className="number" to={`/cases/${one.number}`}>
                      {one.number}
                    </Link>
                  ),
                },
                { title: t("cases.title"), render: (_, one) => one.title },
                {
                  title: t("cases.status"),
                  render: (_, one) => <EnumTag of="CaseStatus" value={one.status} />,
                },
                { title: t("cases.authority"), render: (_, one) => one.authority.name },
                {
                  title: t("cases.opened"),
                  render: (_, one) => <span className="number">{one.openedOn}</span>,
                },
                {
                  title: t("cases.stage"),
                  render: (_, { stages }) => {
                    const stage = stages.at(-1);
                    return (
                      stage &&
                      `${t(`enums.CaseStageName.${stage.name}`, { defaultValue: stage.name })} · ${t("cases.days", { count: stage.ageDays })}`
                    );
                  },
                },
                {
                  title: "",
                  render: (_, one) =>
                    one.status === "OPEN" && (
                      <Button
                        size="small"
                        type={purpose?.reference === one.number ? "primary" : "default"}
                        onClick={() => workOn(one.number)}
                      >
                        {t("cases.workOn")}
                      </Button>
                    ),
                },
              ]}
            />
            <PageSteps cursors={cursors} size={PAGE} pageInfo={cases?.pageInfo} onChange={setCursors} />
          </>
        )}
      </AnswerBox>
    </>
  );
}
