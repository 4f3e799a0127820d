import type { ReactNode } from "react";
import { useSession } from "../../session/session";
import { PersonAnswer } from "../person/PersonPage";

/** What is held in one's own name, what stands against one and why. */
export function SelfPage(): ReactNode {
  const { caller } = useSession();
  return <PersonAnswer id={caller.view.replace(/^person:/, "")} />;
}
