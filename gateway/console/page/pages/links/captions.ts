import type { TFunction } from "i18next";
import type { Chart, Silence } from "./chart";

/** A chart whose marks are labelled in the reader's language: what is a name stays as it is. */
export function captioned<Drawn extends Chart>(chart: Drawn, t: TFunction): Drawn {
  const nodes = chart.nodes.map(node =>
    node.silence === undefined ? node : { ...node, label: saySilence(node.silence, t) },
  );
  return { ...chart, nodes };
}

/** Who has not answered, said in full: `Not answered: …; out of date: …`. */
function saySilence({ registers, notAnswered, stale }: Silence, t: TFunction): string {
  const silent = [...registers.map(name => t(`register.${name}`)), ...notAnswered];
  return [
    ...(silent.length === 0 ? [] : [t("links.silent", { names: silent.join(" · ") })]),
    ...(stale.length === 0 ? [] : [t("links.stale", { names: stale.join(" · ") })]),
  ].join(" ");
}
