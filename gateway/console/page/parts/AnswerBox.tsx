import { Skeleton } from "antd";
import type { ReactNode } from "react";
import type { Answered } from "../hub/useAnswer";
import { FaultBox } from "./FaultBox";

interface AnswerBoxProps<Answer> {
  readonly answered: Answered<Answer>;
  readonly children: (data: Answer) => ReactNode;
}

/** Shows an answer, or that it is still to come, or why there is none. */
export function AnswerBox<Answer>({ answered, children }: AnswerBoxProps<Answer>): ReactNode {
  const { isLoading, data, refusal, askAgain } = answered;
  if (refusal !== null && !isLoading) return <FaultBox fault={refusal} onRetry={askAgain} />;
  if (data === null) return <Skeleton active className="waiting" />;
  return <div aria-busy={isLoading}>{children(data)}</div>;
}
