import cytoscape, { type Core } from "cytoscape";
import fcose from "cytoscape-fcose";
import { useContext, useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AppearanceContext } from "../../frame/appearance";
import type { Chart, ChartEdge } from "./chart";
import { chartStyle } from "./chartStyle";
import { drawChart } from "./drawChart";
import { labelChart, tellPointed } from "./labelChart";
import type { Position } from "./placeAdded";

cytoscape.use(fcose);

/** While one zooms, letters grow with the chart; they are set anew once it rests. */
const SETTLED_AFTER_MS = 120;

interface LinkCanvasProps {
  readonly chart: Chart;
  readonly root: string;
  readonly onOpen: (nodeId: string) => void;
  readonly onSelect: (nodeIds: string[]) => void;
  /** Given the canvas once it stands, for fitting, pinning and pictures. */
  readonly onReady: (core: Core) => void;
}

/** Draws a chart. What stands keeps its place when more comes; what has gone makes room. */
export function LinkCanvas({ chart, root, onOpen, onSelect, onReady }: LinkCanvasProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { appearance } = useContext(AppearanceContext);
  const place = useRef<HTMLDivElement>(null);
  const core = useRef<Core | null>(null);
  // Where marks stood that a filter has taken away: there they come back.
  const left = useRef(new Map<string, Position>());
  useEffect(() => {
    const cy = cytoscape({ container: place.current, minZoom: 0.15, maxZoom: 3, boxSelectionEnabled: true });
    core.current = cy;
    cy.on("dbltap", "node", event => onOpen((event.target as { id: () => string }).id()));
    // A lasso chooses hundreds, and each of them is told: they are read once.
    let isTold = false;
    cy.on("select unselect", "node", () => {
      if (isTold) return;
      isTold = true;
      queueMicrotask(() => {
        isTold = false;
        if (!cy.destroyed()) onSelect(cy.nodes(":selected").map(node => node.id()));
      });
    });
    tellPointed(cy);
    let settling: ReturnType<typeof setTimeout> | undefined;
    cy.on("zoom position", () => {
      clearTimeout(settling);
      settling = setTimeout(() => labelChart(cy), SETTLED_AFTER_MS);
    });
    onReady(cy);
    return () => {
      clearTimeout(settling);
      cy.destroy();
    };
    // Once: what it shows is brought to it below.
  }, []);
  useEffect(() => {
    core.current?.style(chartStyle());
  }, [appearance]);
  useEffect(() => {
    if (core.current !== null) {
      drawChart(core.current, { chart, root, left: left.current, describe });
      labelChart(core.current);
    }
    function describe({ tie, label, on }: ChartEdge): string {
      const name = ["HOLDS", "MORE", "SILENT"].includes(tie) ? "" : t(`links.tie.${tie}`);
      return [name, label, on ?? ""].filter(part => part !== "").join(" ");
    }
  }, [chart, i18n.language]);
  return (
    <div
      ref={place}
      className="link-canvas"
      role="img"
      aria-label={t("links.canvas", { count: chart.nodes.length })}
    />
  );
}
