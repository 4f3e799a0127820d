import { SankeyChart } from "echarts/charts";
import { TitleComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useContext, useEffect, useRef, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { AppearanceContext } from "../../frame/appearance";
import { formatMinute } from "../../parts/formatTime";
import type { FlowNode, FlowRibbon } from "./moneyFlow";

use([SankeyChart, TitleComponent, TooltipComponent, CanvasRenderer]);

interface FlowPictureProps {
  readonly nodes: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
  readonly auditNumber: string;
  readonly plot: RefObject<EChartsType | null>;
}

const MARK_PX = 44;
const LEAST_HEIGHT_PX = 320;
const LISTED = 8; // as many transfers as a tooltip holds without covering the picture

/** Money from left to right: a column for each hop, a ribbon as wide as the amount, ends with their mark. */
export function FlowPicture({ nodes, ribbons, auditNumber, plot }: FlowPictureProps): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const { appearance } = useContext(AppearanceContext);
  const columns = new Map<number, number>();
  for (const { column } of nodes) columns.set(column, (columns.get(column) ?? 0) + 1);
  const height = Math.max(LEAST_HEIGHT_PX, Math.max(0, ...columns.values()) * MARK_PX);
  useEffect(() => {
    if (place.current === null) return;
    const colour = (name: string): string =>
      getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const labelOf = ({ account, stop }: FlowNode): string =>
      [
        stop === null ? null : `■ ${t(`money.stop.${stop}`)}`,
        account === null
          ? t("money.unknown")
          : `${account.holder?.bankingIdentity?.name ?? ""} ${account.institution.name}`.trim(),
        account?.maskedNumber,
      ]
        .filter(Boolean)
        .join("\n");
    const drawn = init(place.current, appearance === "dark" ? "dark" : null, { renderer: "canvas" });
    plot.current = drawn;
    drawn.setOption({
      backgroundColor: colour("--paper"),
      animation: false,
      title: {
        text: `${t("frame.auditNumber")} ${auditNumber}`,
        left: 8,
        bottom: 4,
        textStyle: { fontSize: 11, fontWeight: "normal", color: colour("--quiet") },
      },
      tooltip: { trigger: "item", confine: true },
      series: [
        {
          type: "sankey",
          left: 16,
          right: 200,
          top: 16,
          bottom: 32,
          nodeGap: 16,
          draggable: false,
          emphasis: { focus: "adjacency" },
          label: { color: colour("--ink"), fontSize: 12 },
          lineStyle: { color: colour("--accent"), opacity: 0.35 },
          data: nodes.map(node => ({
            name: node.id,
            depth: node.column,
            itemStyle: {
              color: node.stop === null ? colour("--accent") : colour("--red"),
              borderWidth: 0,
            },
            label: { formatter: () => labelOf(node) },
            tooltip: { formatter: () => escapeText(labelOf(node)) },
          })),
          links: ribbons.map(({ source, target, amount, transfers }) => ({
            source,
            target,
            value: amount,
            tooltip: {
              formatter: () =>
                [
                  `¥ ${amount.toFixed(2)}`,
                  ...transfers
                    .slice(0, LISTED)
                    .map(
                      one =>
                        `${formatMinute(one.at)} ¥ ${one.amount} ${t(`enums.TransferChannel.${one.channel}`)}`,
                    ),
                ]
                  .map(escapeText)
                  .join("<br>"),
            },
          })),
        },
      ],
    });
    const onResize = (): void => drawn.resize();
    window.addEventListener("resize", onResize);
    return () => {
      window.removeEventListener("resize", onResize);
      plot.current = null;
      drawn.dispose();
    };
  }, [nodes, ribbons, auditNumber, appearance, t]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={t("money.picture", { count: ribbons.length })}
      className="flow-picture"
      style={{ height }}
    />
  );
}

/** The kit takes a tooltip for HTML; names are text. */
function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}
