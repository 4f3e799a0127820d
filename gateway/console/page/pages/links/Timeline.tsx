import { Slider } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { brushOf } from "./brushOf";
import type { ChartEdge } from "./chart";
import { countMonths } from "./countMonths";

interface TimelineProps {
  readonly edges: readonly ChartEdge[];
  /** What the chart is narrowed to: the first and the last day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly onRange: (from: string | null, to: string | null) => void;
}

const HEIGHT = 34;

/** How many ties each month has, with a brush that leaves only those between two months on the chart. */
export function Timeline({ edges, from, to, onRange }: TimelineProps): ReactNode {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<number[] | null>(null);
  const months = useMemo(() => countMonths(edges), [edges]);
  if (months.length < 2) return null;
  const most = Math.max(...months.map(({ count }) => count));
  const label = (index: number): string => months[index]?.month ?? "";
  const choose = ([first, last]: number[]): void => {
    setDrawn(null);
    onRange(
      first === 0 ? null : `${label(first ?? 0)}-01`,
      last === months.length - 1 ? null : `${label(last ?? 0)}-31`,
    );
  };
  return (
    <section className="timeline" aria-label={t("links.timeline")}>
      <svg viewBox={`0 0 ${months.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {months.map(({ month, count }, index) => {
          const height = (count / most) * HEIGHT;
          return <rect key={month} x={index + 0.1} y={HEIGHT - height} width={0.8} height={height} />;
        })}
      </svg>
      <Slider
        range
        min={0}
        max={months.length - 1}
        value={drawn ?? brushOf(months, from, to)}
        tooltip={{ formatter: index => label(index ?? 0) }}
        ariaLabelForHandle={[t("links.from"), t("links.to")]}
        onChange={setDrawn}
        onChangeComplete={choose}
      />
      <div className="timeline-ends number quiet">
        <span>{label(0)}</span>
        <span>{label(months.length - 1)}</span>
      </div>
    </section>
  );
}
