import { App } from "antd";
import type { Core } from "cytoscape";
import { useEffect, useMemo, useReducer, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import {
  LinkHolder,
  Links,
  type LinkHolderQueryVariables,
  type LinksQuery,
} from "../../../generated/operations";
import { auditNumberOf } from "../../frame/AuditLine";
import { isTyping } from "../../frame/isTyping";
import type { Receipt } from "../../hub/askHub";
import type { HubFault } from "../../hub/hubFault";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { joinCoverage } from "../../parts/coverage";
import { SilentRows } from "../../parts/SilentRows";
import { useLatest } from "../../parts/useLatest";
import { useSession } from "../../session/session";
import { captioned } from "./captions";
import { mergeCharts, withoutMarks, type Chart, type ChartNode } from "./chart";
import { takeStep, type History, type HistoryStep } from "./chartHistory";
import { ChartToolbar } from "./ChartToolbar";
import { MOST_NODES, OPENED_AT_ONCE, viewChart, type ChosenFilter } from "./chartView";
import { Legend } from "./Legend";
import { LinkCanvas } from "./LinkCanvas";
import { findGaps } from "./findGaps";
import { findHolder, roadTo, type Holder } from "./findHolder";
import { MarkList } from "./MarkList";
import { OpenedHolder } from "./OpenedHolder";
import { addHoldings, readLinks } from "./readLinks";
import { Timeline } from "./Timeline";

type Subject = NonNullable<LinksQuery["subject"]>;

/** Everything that a step changes, and undo takes back. */
interface Drawn {
  readonly chart: Chart;
  readonly hidden: readonly string[];
  /** Groups that were opened, each as often as it was. */
  readonly groups: readonly string[];
  /** Who was opened last. */
  readonly holder: Holder | null;
  /** Under which numbers the answers stand that it is made of; whoever takes the chart along takes all of them. */
  readonly audits: readonly string[];
}

type HoldingsAfter = Pick<LinkHolderQueryVariables, "accountsAfter" | "linesAfter">;

/** What leads to the rest of something, or says who was silent about it, is no tie between anybody. */
const NOT_FILTERED: readonly string[] = ["MORE", "SILENT"];

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
    const chart = readLinks(subject, 0);
    const present = { chart, hidden: [], groups: [], holder: null, audits: [auditNumber] };
    return { past: [], present, future: [] };
  });
  const [filter, setFilter] = useState<ChosenFilter>({
    without: [],
    from: null,
    to: null,
    hops: 3,
    grouped: false,
  });
  const [selected, setSelected] = useState<string[]>([]);
  const [core, setCore] = useState<Core | null>(null);
  const { chart, hidden, groups, holder, audits } = history.present;
  const seen = useMemo(
    () => captioned(viewChart(chart, { ...filter, hidden, opened: groups }, root), t),
    [chart, filter, hidden, groups, root, t],
  );
  const ties = useMemo(
    () => [...new Set(chart.edges.map(({ tie }) => tie))].filter(tie => !NOT_FILTERED.includes(tie)).sort(),
    [chart],
  );
  // Undo takes an opening back whole, whatever of it there was.
  const take = (receipt: Receipt | null, next: (present: Drawn) => Drawn): void => {
    const count = next(history.present).chart.nodes.length - chart.nodes.length;
    const numbers = receipt === null ? [] : [auditNumberOf(receipt)];
    step({ do: present => ({ ...next(present), audits: [...present.audits, ...numbers] }) });
    void message.info(count > 0 ? t("links.added", { count }) : t("links.addedNone"));
  };
  const refuse = (faults: readonly HubFault[], otherwise: string): void => {
    const [fault] = faults;
    void message.warning(t(fault === undefined ? otherwise : `fault.${fault.code}.what`));
  };
  const open = async (nodeId: string): Promise<void> => {
    if (nodeId.startsWith("group:")) {
      return step({ do: present => ({ ...present, groups: [...present.groups, nodeId] }) });
    }
    const node = chart.nodes.find(one => one.id === nodeId);
    if (node === undefined) return;
    const asked = node.subjects[0];
    if (asked === undefined) return void message.info(t("links.nothingBehind"));
    const after = { accountsAfter: node.after?.accounts ?? null, linesAfter: node.after?.lines ?? null };
    // Further than one step goes nobody: what is one step away is asked for from whom the case is about.
    if (asked !== root) return openHolder(asked, node.hop, after);
    const { data, faults, receipt } = await ask(Links, { id: asked, ...after });
    const found = data?.subject;
    if (!found) return refuse(faults, "fault.NOT_FOUND.what");
    for (const gap of findGaps(found)) message.warning(t(`links.gap.${gap.what}`, { names: gap.names }));
    take(receipt, present =>
      node.after === undefined
        ? openInto(present, found, node)
        : { ...present, chart: addHoldings(present.chart, found, node.hop) },
    );
  };
  const openHolder = async (holderId: string, hop: number, after: HoldingsAfter): Promise<void> => {
    const { data, faults, receipt } = await ask(LinkHolder, { ...roadTo(subject, holderId), ...after });
    const found = data === null ? null : findHolder(data, holderId);
    if (found === null) return refuse(faults, "links.gone");
    take(receipt, present => ({ ...present, holder: found, chart: addHoldings(present.chart, found, hop) }));
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
        auditNumbers={audits}
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
        <div className="chart-side">
          {holder !== null && <OpenedHolder holder={holder} onRetry={() => void open(holder.id)} />}
          <MarkList nodes={seen.nodes} selected={selected} core={core} onOpen={id => void open(id)} />
        </div>
      </div>
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
function openInto(present: Drawn, subject: Subject, { kind, hop }: ChartNode): Drawn {
  const { chart } = present;
  const known = new Set(chart.nodes.map(({ id }) => id));
  const holders = (subject.linkedAccounts?.nodes ?? []).map(link => link.holder?.id ?? "");
  const shown = new Set(holders.filter(id => known.has(id))).size;
  if (kind !== "more") {
    return { ...present, chart: mergeCharts(chart, readLinks(subject, hop, shown - OPENED_AT_ONCE)) };
  }
  const before = withoutMarks(chart, [`more:${subject.id}`]);
  return { ...present, chart: mergeCharts(before, readLinks(subject, Math.max(0, hop - 1), shown)) };
}

/** Ctrl-Z and Ctrl-Y, as everywhere; whoever types takes back what they typed, and nothing of the chart. */
function useShortcutKeys(step: (step: HistoryStep<Drawn>) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      // Some browsers open their history at it.
      event.preventDefault();
      step(key === "y" || event.shiftKey ? { redo: true } : { undo: true });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [step]);
}
