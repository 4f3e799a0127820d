import { Checkbox, Input, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccessRecords, type AccessRecordsQuery } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { Facts } from "../../parts/Facts";
import { formatDay, formatMinute } from "../../parts/formatTime";
import { useSession } from "../../session/session";

type AccessRecord = NonNullable<AccessRecordsQuery["accessRecords"]>["nodes"][number];

const MONTH_MS = 30 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Who saw whom, and what was refused: the newest first. A person is told institution, purpose and day. */
export function RecordsPage(): ReactNode {
  const { t } = useTranslation();
  const { caller } = useSession();
  const isSelf = caller.purposes.includes("SELF");
  const [now] = useState(() => Date.now());
  const [deniedOnly, setDeniedOnly] = useState(false);
  const [who, setWho] = useState("");
  const answered = useAnswer(AccessRecords, {
    filter: {
      from: new Date(now - MONTH_MS).toISOString(),
      to: new Date(now + DAY_MS).toISOString(),
      ...(deniedOnly ? { deniedOnly } : {}),
      ...(who === "" ? {} : { caller: who }),
    },
  });
  return (
    <>
      <h1>{t("nav.records")}</h1>
      {!isSelf && (
        <Space className="filters">
          <Input.Search
            size="small"
            allowClear
            placeholder={t("records.caller")}
            aria-label={t("records.caller")}
            onSearch={setWho}
          />
          <Checkbox checked={deniedOnly} onChange={({ target }) => setDeniedOnly(target.checked)}>
            {t("records.denied")}
          </Checkbox>
        </Space>
      )}
      <AnswerBox answered={answered}>
        {({ accessRecords }) => (
          <DataTable<AccessRecord>
            rows={accessRecords?.nodes ?? []}
            rowKey={record => `${record.chain} ${record.sequence} ${record.at} ${record.institution}`}
            empty={t("records.none")}
            columns={[
              {
                title: t("records.at"),
                render: (_, { at }) => (
                  <span className="number">{isSelf ? formatDay(at) : formatMinute(at)}</span>
                ),
              },
              {
                title: t("records.institution"),
                // Who belongs to no institution of the directory stands under its kind.
                render: (_, { institution }) =>
                  t(`enums.CallerKind.${institution}`, { defaultValue: institution }),
              },
              ...(isSelf
                ? []
                : [
                    {
                      title: t("records.caller"),
                      render: (_: unknown, { caller: by }: AccessRecord) => by,
                    },
                  ]),
              {
                title: t("purpose.purpose"),
                render: (_, { purpose }) =>
                  purpose === "" ? "—" : t(`enums.Purpose.${purpose}`, { defaultValue: purpose }),
              },
              {
                title: t("purpose.reference"),
                render: (_, { reference }) => <span className="number">{reference ?? "—"}</span>,
              },
              ...(isSelf
                ? []
                : [
                    {
                      title: t("records.operation"),
                      render: (_: unknown, { operation }: AccessRecord) => operation,
                    },
                    {
                      title: t("records.outcome"),
                      render: (_: unknown, { outcome, fieldsDenied }: AccessRecord) => (
                        <span className={outcome === "OK" ? undefined : "amber"}>
                          {outcome}
                          {fieldsDenied.length > 0 &&
                            ` · ${t("records.deniedFields", { count: fieldsDenied.length })}`}
                        </span>
                      ),
                    },
                  ]),
            ]}
            {...(isSelf
              ? {}
              : {
                  sheet: record => ({
                    title: `${record.chain.slice(-8)}-${record.sequence}`,
                    body: (
                      <Facts
                        rows={[
                          [t("records.fields"), record.fieldsReturned.join(" · ")],
                          [t("records.refused"), record.fieldsDenied.join(" · ") || t("fact.none")],
                          [t("records.cached"), record.servedFromCache.join(" · ") || t("fact.none")],
                          [t("records.people"), record.subjectIds.length],
                          [
                            t("records.hash"),
                            <span key="hash" className="number">
                              {record.hash}
                            </span>,
                          ],
                        ]}
                      />
                    ),
                  }),
                })}
          />
        )}
      </AnswerBox>
    </>
  );
}
