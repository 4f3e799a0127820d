import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Rectifications } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Findings } from "../../parts/Findings";
import { useSession } from "../../session/session";

const ASKED = 100; // as many as the document asks for

/** Who has to put what right, and by when. */
export function RectificationsPage(): ReactNode {
  const { t } = useTranslation();
  const { standing } = useSession();
  const answered = useAnswer(Rectifications, {}, standing);
  return (
    <>
      <h1>{t("nav.rectifications")}</h1>
      <AnswerBox answered={answered}>
        {({ rectifications }) => (
          <>
            {rectifications?.length === ASKED && <p className="amber">{t("page.first", { count: ASKED })}</p>}
            <DataTable
              rows={rectifications ?? []}
              rowKey={one => one.id}
              empty={t("rectifications.none")}
              columns={[
                {
                  title: t("rectifications.target"),
                  render: (_, one) => (
                    <>
                      {t(`enums.AccountabilityKey.${one.targetKind}`)}{" "}
                      <span className="number">{one.targetCode}</span>
                    </>
                  ),
                },
                {
                  title: t("rectifications.breach"),
                  render: (_, { breach }) =>
                    `${t(`rules.${breach.ruleId}`, { defaultValue: breach.ruleId })} ${breach.article}`,
                },
                {
                  title: t("rectifications.ordered"),
                  render: (_, one) => <span className="number">{one.orderedOn}</span>,
                },
                {
                  title: t("rectifications.due"),
                  render: (_, one) => (
                    <span className={one.status === "OVERDUE" ? "number amber" : "number"}>{one.dueOn}</span>
                  ),
                },
                {
                  title: t("rectifications.status"),
                  render: (_, one) => <EnumTag of="RectificationStatus" value={one.status} />,
                },
              ]}
              sheet={one => ({ title: one.targetCode, body: <Findings findings={[one.breach]} /> })}
            />
          </>
        )}
      </AnswerBox>
    </>
  );
}
