import { Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface EnumTagProps {
  /** The schema's name of the enumeration. */
  readonly of: string;
  readonly value: string;
}

/** Red only for what restricts now, amber only for silence and lateness, grey for what has ended. */
const TONES: Readonly<Record<string, "red" | "amber" | "ended">> = {
  "AccountStatus.ALL_SUSPENDED": "red",
  "AccountStatus.FROZEN": "red",
  "AccountStatus.NON_COUNTER_SUSPENDED": "red",
  "AccountStatus.STOP_PAYMENT": "red",
  "AccountStatus.CLOSED": "ended",
  "AccountStatus.DORMANT": "ended",
  "LineStatus.SUSPENDED": "red",
  "LineStatus.REVERIFY_REQUIRED": "red",
  "LineStatus.CLOSED": "ended",
  "LineStatus.DORMANT": "ended",
  "SanctionStatus.RECOGNISED": "red",
  "SanctionStatus.SERVED": "red",
  "SanctionStatus.ACTIVE": "red",
  "SanctionStatus.OBJECTED": "red",
  "SanctionStatus.LIFTED": "ended",
  "SanctionStatus.EXPIRED": "ended",
  "CaseStatus.CLOSED": "ended",
  "InvolvementStanding.WITHDRAWN": "ended",
  "FlagStatus.DISMISSED": "ended",
  "AnswerState.NOT_ANSWERED": "amber",
  "AnswerState.STALE": "amber",
  "OrderStatus.EXPIRED": "ended",
  "OrderStatus.EXECUTED": "ended",
  "RectificationStatus.OVERDUE": "amber",
  "RectificationStatus.CLOSED": "ended",
};

/** A value of an enumeration in words, in the one colour that its meaning has. */
export function EnumTag({ of, value }: EnumTagProps): ReactNode {
  const { t } = useTranslation();
  const tone = TONES[`${of}.${value}`];
  return <Tag className={tone === undefined ? "tone" : `tone tone-${tone}`}>{t(`enums.${of}.${value}`)}</Tag>;
}
