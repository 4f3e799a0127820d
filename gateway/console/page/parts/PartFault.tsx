import type { ReactNode } from "react";
import type { HubFault } from "../hub/hubFault";
import { FaultBox } from "./FaultBox";

interface PartFaultProps {
  /** Everything that went wrong with the answer. */
  readonly faults: readonly HubFault[];
  /** The field that is missing. */
  readonly part: string;
  readonly onRetry: () => void;
}

/** Why one part of an answer did not come, standing where the part would stand. */
export function PartFault({ faults, part, onRetry }: PartFaultProps): ReactNode {
  const own = faults.find(({ path }) => path.includes(part));
  return (
    <FaultBox
      fault={own ?? { code: "SUBGRAPH_UNAVAILABLE", message: "", path: [part], id: null }}
      onRetry={onRetry}
    />
  );
}
