import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useContext, useEffect, useRef, type ReactNode } from "react";
import { AppearanceContext } from "../../frame/appearance";

use([BarChart, GridComponent, SVGRenderer]);

interface BarPlotProps {
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

const ROW_PX = 26;
const FRAME_PX = 48;

/** Bars side by side, the largest on top; the table beside it says the same in numbers. */
export function BarPlot({ label, bars }: BarPlotProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { appearance } = useContext(AppearanceContext);
  useEffect(() => {
    if (place.current === null) return;
    const plot = init(place.current, appearance === "dark" ? "dark" : null, { renderer: "svg" });
    const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    const rows = [...bars].reverse();
    plot.setOption({
      backgroundColor: "transparent",
      animation: false,
      color: [accent],
      grid: { left: 8, right: 56, top: 8, bottom: 24, containLabel: true },
      xAxis: { type: "value" },
      yAxis: {
        type: "category",
        data: rows.map(({ name }) => name),
        axisLabel: { width: 190, overflow: "truncate" },
      },
      series: [
        {
          type: "bar",
          data: rows.map(({ value }) => Math.round(value)),
          label: { show: true, position: "right" },
        },
      ],
    });
    const onResize = (): void => plot.resize();
    window.addEventListener("resize", onResize);
    return () => {
      window.removeEventListener("resize", onResize);
      plot.dispose();
    };
  }, [bars, appearance]);
  return (
    <div ref={place} role="img" aria-label={label} style={{ height: bars.length * ROW_PX + FRAME_PX }} />
  );
}
