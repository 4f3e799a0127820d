import { App } from "antd";
import type { Core } from "cytoscape";
import { useEffect, useMemo, useReducer, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LinkHolder, Links, type LinksQuery } from "../../../generated/operations";
import { auditNumberOf } from "../../frame/AuditLine";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { joinCoverage } from "../../parts/coverage";
import { SilentRows } from "../../parts/SilentRows";
import { useSession } from "../../session/session";
import { mergeCharts, type Chart } from "./chart";
import { takeStep, type History, type HistoryStep } from "./chartHistory";
import { ChartToolbar } from "./ChartToolbar";
import { MOST_NODES, viewChart, type ChartFilter } from "./chartView";
import { Legend } from "./Legend";
import { LinkCanvas } from "./LinkCanvas";
import { findGaps } from "./findGaps";
import { findHolder, roadTo, type Holder } from "./findHolder";
import { MarkList } from "./MarkList";
import { OpenedHolder } from "./OpenedHolder";
import { OPENED_AT_ONCE, readHoldings, readLinks } from "./readLinks";
import { Timeline } from "./Timeline";

type Subject = NonNullable<LinksQuery["subject"]>;

interface Drawn {
  readonly chart: Chart;
  readonly hidden: readonly string[];
}

/** The link chart of a person: who and what is tied to them, opened step by step. */
export function LinksPage(): ReactNode {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const answered = useAnswer(Links, { id });
  const receipt = answered.answer?.receipt;
  return (
    <AnswerBox answered={answered}>
      {({ subject }) =>
        subject === null ? (
          <p>{t("search.nothing")}</p>
        ) : (
          <div className="links">
            <SilentRows coverage={joinCoverage(subject)} onRetry={answered.askAgain} />
            {findGaps(subject).some(({ what }) => what === "truncated") && (
              <p className="amber">{t("links.gap.truncated")}</p>
            )}
            <LinkChart
              // Asked again, whoever was silent before may have answered: the chart is drawn anew.
              key={`${subject.id} ${receipt?.sequence ?? ""}`}
              subject={subject}
              auditNumber={receipt ? auditNumberOf(receipt) : ""}
            />
          </div>
        )
      }
    </AnswerBox>
  );
}

interface LinkChartProps {
  readonly subject: Subject;
  readonly auditNumber: string;
}

function LinkChart({ subject, auditNumber }: LinkChartProps): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { ask } = useSession();
  const root = subject.id;
  const [history, step] = useReducer(takeStep<Drawn>, null, (): History<Drawn> => {
    return { past: [], present: { chart: readLinks(subject, 0), hidden: [] }, future: [] };
  });
  const [filter, setFilter] = useState<ChartFilter>({
    without: [],
    from: null,
    to: null,
    hops: 3,
    hidden: [],
    grouped: false,
  });
  const [selected, setSelected] = useState<string[]>([]);
  const [opened, setOpened] = useState<Holder | null>(null);
  const [core, setCore] = useState<Core | null>(null);
  const { chart, hidden } = history.present;
  const seen = useMemo(() => viewChart(chart, { ...filter, hidden }, root), [chart, filter, hidden, root]);
  const ties = useMemo(
    () => [...new Set(chart.edges.map(({ tie }) => tie))].filter(tie => tie !== "MORE").sort(),
    [chart],
  );
  const open = async (nodeId: string): Promise<void> => {
    const node = chart.nodes.find(one => one.id === nodeId);
    const asked = node?.subjects[0];
    if (node === undefined || asked === undefined) return;
    // Further than one step goes nobody: what is one step away is asked for from whom the case is about.
    if (asked !== root) return openHolder(asked, node.hop);
    const isMore = node.kind === "more";
    const { data, faults } = await ask(Links, { id: asked });
    if (!data?.subject) return void message.warning(t(`fault.${faults[0]?.code ?? "NOT_FOUND"}.what`));
    const skip = isMore ? Number(node.label.slice(1)) : 0;
    const found = data.subject;
    for (const gap of findGaps(found)) message.warning(t(`links.gap.${gap.what}`, { names: gap.names }));
    step({ do: present => openInto(present, found, node.hop, isMore ? skip : null) });
  };
  const openHolder = async (holderId: string, hop: number): Promise<void> => {
    const { data, faults } = await ask(LinkHolder, roadTo(subject, holderId));
    const found = data === null ? null : findHolder(data, holderId);
    if (found === null) {
      setOpened(null);
      const fault = faults[0];
      return void message.warning(fault === undefined ? t("links.gone") : t(`fault.${fault.code}.what`));
    }
    setOpened(found);
    step({
      do: present => ({ ...present, chart: mergeCharts(present.chart, readHoldings(found, hop)) }),
    });
  };
  useShortcutKeys(step);
  // The handler of the canvas is made once; it has to reach the latest chart.
  const latest = useLatest(open);
  return (
    <>
      <ChartToolbar
        chart={seen}
        ties={ties}
        filter={filter}
        onFilter={setFilter}
        selected={selected}
        core={core}
        auditNumber={auditNumber}
        onOpen={ids => ids.forEach(id => void open(id))}
        onHide={ids => step({ do: present => ({ ...present, hidden: [...present.hidden, ...ids] }) })}
        onUndo={history.past.length === 0 ? null : () => step({ undo: true })}
        onRedo={history.future.length === 0 ? null : () => step({ redo: true })}
      />
      {seen.isGroupedByItself && <p className="amber">{t("links.grouped", { count: MOST_NODES })}</p>}
      <div className="chart-place">
        <LinkCanvas
          chart={seen}
          root={root}
          onOpen={id => void latest.current(id)}
          onSelect={setSelected}
          onReady={setCore}
        />
        <MarkList nodes={seen.nodes} selected={selected} core={core} onOpen={id => void open(id)} />
      </div>
      {opened !== null && <OpenedHolder holder={opened} onRetry={() => void open(opened.id)} />}
      <Legend />
      <Timeline
        edges={chart.edges}
        from={filter.from}
        to={filter.to}
        onRange={(from, to) => setFilter(before => ({ ...before, from, to }))}
      />
    </>
  );
}

/** Puts an answer on the chart; a group that was opened gives way to those who stood behind it. */
function openInto(present: Drawn, subject: Subject, hop: number, rest: number | null): Drawn {
  const mark = `more:${subject.id}`;
  const known = new Set(present.chart.nodes.map(({ id }) => id));
  const holders = (subject.linkedAccounts?.nodes ?? []).map(link => link.holder?.id ?? "");
  const shown = rest === null ? 0 : new Set(holders.filter(id => known.has(id))).size;
  const added = readLinks(
    subject,
    rest === null ? hop : Math.max(0, hop - 1),
    Math.max(0, shown - (rest === null ? OPENED_AT_ONCE : 0)),
  );
  const before =
    rest === null
      ? present.chart
      : {
          nodes: present.chart.nodes.filter(({ id }) => id !== mark),
          edges: present.chart.edges.filter(({ target }) => target !== mark),
        };
  return { ...present, chart: mergeCharts(before, added) };
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const [box] = useState({ current: value });
  useEffect(() => {
    box.current = value;
  });
  return box;
}

/** Ctrl-Z and Ctrl-Y, as everywhere. */
function useShortcutKeys(step: (step: HistoryStep<Drawn>) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.key === "z") step({ undo: true });
      if (event.key === "y") step({ redo: true });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [step]);
}
