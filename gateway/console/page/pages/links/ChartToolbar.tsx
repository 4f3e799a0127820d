import { Button, Checkbox, Dropdown, Popover, Segmented } from "antd";
import type { Core } from "cytoscape";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Chart } from "./chart";
import type { ChosenFilter } from "./chartView";
import { toCsv, toGraphMl, toSvg } from "./exportChart";
import { withAllLabels } from "./labelChart";
import { stampPicture } from "./stampPicture";
import { saveFile } from "../../parts/saveFile";

interface ChartToolbarProps {
  readonly chart: Chart;
  readonly ties: readonly string[];
  readonly filter: ChosenFilter;
  readonly onFilter: (filter: ChosenFilter) => void;
  readonly selected: readonly string[];
  readonly core: Core | null;
  /** Of every answer that the chart is made of, in the order in which they came. */
  readonly auditNumbers: readonly string[];
  readonly onOpen: (ids: readonly string[]) => void;
  readonly onHide: (ids: readonly string[]) => void;
  readonly onUndo: (() => void) | null;
  readonly onRedo: (() => void) | null;
}

/** Everything that can be done to a chart. */
export function ChartToolbar(props: ChartToolbarProps): ReactNode {
  const { t } = useTranslation();
  const { filter, onFilter, selected, core, onOpen, onHide, onUndo, onRedo, ties } = props;
  const hasNone = selected.length === 0;
  return (
    <div className="chart-tools" role="toolbar" aria-label={t("links.tools")}>
      <Button size="small" disabled={hasNone} onClick={() => onOpen(selected)}>
        {t("links.open")}
      </Button>
      <Button size="small" disabled={hasNone} onClick={() => onHide(selected)}>
        {t("links.hide")}
      </Button>
      <Button size="small" disabled={hasNone} onClick={() => core && togglePin(core)}>
        {t("links.pin")}
      </Button>
      <Button size="small" disabled={onUndo === null} onClick={() => onUndo?.()}>
        {t("links.undo")}
      </Button>
      <Button size="small" disabled={onRedo === null} onClick={() => onRedo?.()}>
        {t("links.redo")}
      </Button>
      <Button size="small" onClick={() => core?.fit(undefined, 24)}>
        {t("links.fit")}
      </Button>
      <Popover
        trigger="click"
        content={
          <Checkbox.Group
            className="tie-filter"
            options={ties.map(tie => ({ value: tie, label: t(`links.tie.${tie}`) }))}
            value={ties.filter(tie => !filter.without.includes(tie))}
            onChange={kept => onFilter({ ...filter, without: ties.filter(tie => !kept.includes(tie)) })}
          />
        }
      >
        <Button size="small">{t("links.filter")} ▾</Button>
      </Popover>
      <Segmented
        size="small"
        aria-label={t("links.hops")}
        value={filter.hops}
        options={[1, 2, 3].map(hops => ({ value: hops, label: t("links.hop", { count: hops }) }))}
        onChange={hops => onFilter({ ...filter, hops })}
      />
      <Checkbox
        checked={filter.grouped}
        onChange={({ target }) => onFilter({ ...filter, grouped: target.checked })}
      >
        {t("links.group")}
      </Checkbox>
      <Dropdown trigger={["click"]} menu={{ items: exportItems, onClick: ({ key }) => save(key, props) }}>
        <Button size="small">{t("links.export")} ▾</Button>
      </Dropdown>
    </div>
  );
}

const exportItems = ["PNG", "SVG", "GraphML", "CSV"].map(key => ({ key, label: key }));

function togglePin(core: Core): void {
  core.nodes(":selected").forEach(node => {
    if (node.locked()) node.unlock().removeClass("pinned");
    else node.lock().addClass("pinned");
  });
}

function save(kind: string, { chart, core, auditNumbers }: ChartToolbarProps): void {
  const name = `duanka-${auditNumbers[0] ?? ""}.${kind.toLowerCase()}`;
  const auditNumber = auditNumbers.join(" ");
  const text = (content: string, type: string): void =>
    saveFile(name, new Blob([content], { type: `${type};charset=utf-8` }));
  if (kind === "GraphML") return text(toGraphMl(chart, auditNumber), "application/xml");
  // The mark at the front makes spreadsheets read it as UTF-8.
  if (kind === "CSV") return text(`\uFEFF${toCsv(chart, auditNumber)}`, "text/csv");
  if (core === null) return;
  if (kind === "SVG") {
    const places = new Map(core.nodes().map(node => [node.id(), { ...node.position() }]));
    const texts = new Map(core.edges().map(edge => [edge.id(), String(edge.data("text"))]));
    return text(toSvg(chart, places, texts, auditNumber), "image/svg+xml");
  }
  // Packed beside the page: so large a picture would hold it up for seconds.
  const picture = withAllLabels(core, () => core.png({ output: "blob-promise", full: true, scale: 2 }));
  void picture
    .then(drawn => stampPicture(drawn, auditNumber))
    .then(stamped => stamped && saveFile(name, stamped));
}
