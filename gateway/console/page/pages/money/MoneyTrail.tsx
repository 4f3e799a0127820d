import { Alert, Button, Space } from "antd";
import type { EChartsType } from "echarts/core";
import { useMemo, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { auditNumberOf } from "../../frame/AuditLine";
import type { Receipt } from "../../hub/askHub";
import { csvText } from "../../parts/csvText";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatMinute } from "../../parts/formatTime";
import { saveFile } from "../../parts/saveFile";
import { FlowPicture } from "./FlowPicture";
import { toFlow, toRows, type Hop, type Trail } from "./moneyFlow";

interface MoneyTrailProps {
  readonly trail: Trail;
  readonly direction: "IN" | "OUT";
  readonly receipt: Receipt | null;
}

/** The picture, the transfers that it is made of, and both as files. */
export function MoneyTrail({ trail: { hops, truncated }, direction, receipt }: MoneyTrailProps): ReactNode {
  const { t } = useTranslation();
  const plot = useRef<EChartsType | null>(null);
  const { nodes, ribbons } = useMemo(() => toFlow(hops, direction), [hops, direction]);
  const auditNumber = receipt === null ? "" : auditNumberOf(receipt);
  const savePicture = (): void => {
    plot.current?.renderToCanvas({ pixelRatio: 2 }).toBlob(blob => {
      if (blob !== null) saveFile(`money-${auditNumber}.png`, blob);
    });
  };
  const saveTable = (): void =>
    saveFile(
      `money-${auditNumber}.csv`,
      new Blob([`\uFEFF${csvText(toRows(hops, auditNumber))}`], { type: "text/csv" }),
    );
  if (hops.length === 0) return <p>{t(`money.none.${direction}`)}</p>;
  return (
    <>
      {truncated && <Alert type="warning" showIcon title={t("money.truncated")} />}
      <Space className="not-printed">
        <Button size="small" onClick={savePicture}>
          PNG
        </Button>
        <Button size="small" onClick={saveTable}>
          CSV
        </Button>
        <span className="quiet">{t("money.legend")}</span>
      </Space>
      <FlowPicture nodes={nodes} ribbons={ribbons} auditNumber={auditNumber} plot={plot} />
      <DataTable<Hop>
        rows={hops}
        rowKey={({ hop, transfer }) => `${hop} ${transfer.id}`}
        empty=""
        columns={[
          { title: t("links.hops"), render: (_, { hop }) => <span className="number">{hop}</span> },
          {
            title: t("money.at"),
            render: (_, { transfer }) => <span className="number">{formatMinute(transfer.at)}</span>,
          },
          { title: t("money.from"), render: (_, { transfer }) => <EndCell end={transfer.from} /> },
          { title: t("money.to"), render: (_, { transfer }) => <EndCell end={transfer.to} /> },
          {
            title: t("money.amount"),
            align: "right",
            render: (_, { transfer }) => <span className="number">{transfer.amount}</span>,
          },
          {
            title: t("money.channel"),
            render: (_, { transfer }) => t(`enums.TransferChannel.${transfer.channel}`),
          },
        ]}
      />
    </>
  );
}

function EndCell({ end }: { readonly end: Hop["transfer"]["to"] }): ReactNode {
  const { t } = useTranslation();
  if (end === null) return <span className="quiet">{t("money.unknown")}</span>;
  const name = end.holder?.bankingIdentity?.name ?? t("who.unnamed");
  return (
    <>
      {end.holder ? <Link to={`/person/${end.holder.id}`}>{name}</Link> : name}{" "}
      <span className="quiet">{end.institution.name}</span> <span className="number">{end.maskedNumber}</span>{" "}
      {end.status !== "NORMAL" && <EnumTag of="AccountStatus" value={end.status} />}
    </>
  );
}
