import type { ReactNode } from "react";
import { useRouteError } from "react-router";
import type { HubFault } from "../hub/hubFault";
import { FaultBox } from "./FaultBox";

/** A part of the page that did not come, or broke, in the page's place: nothing half drawn is taken for an answer. */
export function PageFault(): ReactNode {
  const error = useRouteError();
  // What the browser says when it cannot fetch a part that is loaded when it is first needed.
  const isMissing = error instanceof TypeError && /dynamically imported module|importing/.test(error.message);
  const code: HubFault["code"] = isMissing ? "OFFLINE" : "INTERNAL";
  return (
    <FaultBox fault={{ code, message: "", path: [], id: null }} onRetry={() => window.location.reload()} />
  );
}
