import type { ReactNode } from "react";

interface FactsProps {
  /** What it is called, and what it is. */
  readonly rows: readonly (readonly [ReactNode, ReactNode])[];
}

/** Facts one under another. */
export function Facts({ rows }: FactsProps): ReactNode {
  return (
    <dl className="facts">
      {rows.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value ?? "—"}</dd>
        </div>
      ))}
    </dl>
  );
}
