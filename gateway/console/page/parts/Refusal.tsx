import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalWords } from "./useRefusalWords";

interface RefusalProps {
  readonly code: string;
  readonly message: string | null;
}

/** Why one of several things sent together was refused: exactly, where the dictionary has it, or by its code. */
export function Refusal({ code, message }: RefusalProps): ReactNode {
  const { t } = useTranslation();
  const wordsOf = useRefusalWords();
  const words = wordsOf(message ?? "");
  if (words !== null) return words;
  return (
    <>
      {t(`fault.${code}.what`, { defaultValue: code })} <span lang="en">{message}</span>
    </>
  );
}
