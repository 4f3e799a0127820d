import type { Core } from "cytoscape";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ChartNode } from "./chart";

interface MarkListProps {
  readonly nodes: readonly ChartNode[];
  readonly selected: readonly string[];
  readonly core: Core | null;
  readonly onOpen: (nodeId: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The marks of the chart one under another: what is chosen here is chosen there, and all of it by the keyboard. */
export function MarkList({ nodes, selected, core, onOpen }: MarkListProps): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const at = nodes.findIndex(({ id }) => id === activeId);
  const choose = (node: ChartNode | undefined, isMore: boolean): void => {
    if (node === undefined || core === null) return;
    setActiveId(node.id);
    const mark = core.getElementById(node.id);
    core.batch(() => {
      if (!isMore) core.nodes(":selected").unselect();
      mark.select();
    });
    const { x1, x2, y1, y2 } = core.extent();
    const { x, y } = mark.position();
    if (x < x1 || x > x2 || y < y1 || y > y2) core.center(mark);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && activeId !== null) return onOpen(activeId);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose(nodes[Math.min(nodes.length - 1, Math.max(0, at + step))], event.shiftKey);
  };
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const chosen = new Set(selected);
  return (
    <section className="mark-list">
      <h2 id="marks">{t("links.marks", { shown: nodes.length })}</h2>
      <p className="quiet">{t("links.marksHow")}</p>
      <ul
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-labelledby="marks"
        aria-multiselectable="true"
        {...(at < 0 ? {} : { "aria-activedescendant": `mark-${at}` })}
        onKeyDown={onKeyDown}
      >
        {nodes.map((node, index) => (
          <li
            key={node.id}
            id={`mark-${index}`}
            role="option"
            aria-selected={chosen.has(node.id)}
            className={index === at ? "active" : undefined}
            onClick={event => choose(node, event.shiftKey)}
            onDoubleClick={() => onOpen(node.id)}
          >
            <span className={node.ring === "red" ? "red" : "quiet"}>
              {node.kind === "more" || node.kind === "silent" ? "" : t(`links.kind.${node.kind}`)}
            </span>{" "}
            <span className={node.kind === "silent" ? "amber" : undefined}>{node.label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
