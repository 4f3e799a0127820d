import { Segmented } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Rectifications, type RectificationsQueryVariables } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Facts } from "../../parts/Facts";
import { Findings } from "../../parts/Findings";
import { useSession } from "../../session/session";
import { EndRectification, type Rectification } from "./EndRectification";
import { mayOrderRectification } from "./mayOrderRectification";
import { OrderRectification } from "./OrderRectification";

type Status = NonNullable<RectificationsQueryVariables["status"]>;

const ASKED = 100; // as many as the document asks for
const EVERY = "EVERY";
const CHOICES: readonly (Status | typeof EVERY)[] = [EVERY, "OVERDUE", "ORDERED", "CLOSED", "SHUT"];

/** Who has to put what right, and by when; the regulator orders it and ends it, a carrier sees its own. */
export function RectificationsPage(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const [chosen, setChosen] = useState<Status | typeof EVERY>(EVERY);
  const answered = useAnswer(Rectifications, { status: chosen === EVERY ? null : chosen }, session.standing);
  const orders = mayOrderRectification(session);
  return (
    <>
      <h1>{t("nav.rectifications")}</h1>
      {orders && (
        <p>
          <OrderRectification target={null} onDone={answered.askAgain} />
        </p>
      )}
      <p>
        <Segmented
          size="small"
          value={chosen}
          options={CHOICES.map(value => ({
            value,
            label: value === EVERY ? t("rectifications.every") : t(`enums.RectificationStatus.${value}`),
          }))}
          onChange={setChosen}
        />
      </p>
      <AnswerBox answered={answered}>
        {({ rectifications }) => (
          <>
            {rectifications?.length === ASKED && <p className="amber">{t("page.first", { count: ASKED })}</p>}
            <Listed
              rectifications={rectifications ?? []}
              onEnded={orders ? answered.askAgain : null}
              isEvery={chosen === EVERY}
            />
          </>
        )}
      </AnswerBox>
    </>
  );
}

interface ListedProps {
  readonly rectifications: readonly Rectification[];
  readonly isEvery: boolean;
  /** Null for whoever only reads. */
  readonly onEnded: (() => void) | null;
}

function Listed({ rectifications, isEvery, onEnded }: ListedProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = ({ targetKind, targetCode }: Rectification): string =>
    `${t(`enums.AccountabilityKey.${targetKind}`)} ${targetCode}`;
  return (
    <DataTable
      rows={rectifications}
      rowKey={one => one.id}
      empty={t(isEvery ? "rectifications.none" : "rectifications.noneOfState")}
      columns={[
        {
          title: t("rectifications.due"),
          render: (_, one) => (
            <span className={one.status === "OVERDUE" ? "number amber" : "number"}>{one.dueOn}</span>
          ),
        },
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
          title: t("rectifications.status"),
          render: (_, one) => <EnumTag of="RectificationStatus" value={one.status} />,
        },
        ...(onEnded === null
          ? []
          : [
              {
                title: "",
                render: (_: unknown, one: Rectification) => <EndRectification one={one} onDone={onEnded} />,
              },
            ]),
      ]}
      sheet={one => ({
        title: nameOf(one),
        body: (
          <>
            <Facts
              rows={[
                [t("rectifications.status"), t(`enums.RectificationStatus.${one.status}`)],
                [t("rectifications.ordered"), one.orderedOn],
                [t("rectifications.due"), one.dueOn],
                [t("rectifications.ended"), one.closedOn],
              ]}
            />
            <Findings findings={[one.breach]} />
          </>
        ),
      })}
    />
  );
}
