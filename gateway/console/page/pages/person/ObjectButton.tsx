import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FileObjection, type FileObjectionMutationVariables } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { useSession } from "../../session/session";

interface ObjectButtonProps {
  readonly target: FileObjectionMutationVariables["input"]["target"];
  readonly targetId: string;
  readonly onDone: () => void;
}

/** Objects to something that stands against a person: it goes on until the organ has decided. */
export function ObjectButton({ target, targetId, onDone }: ObjectButtonProps): ReactNode {
  const { t } = useTranslation();
  const { ask } = useSession();
  return (
    <ActionButton
      label={t("objections.file")}
      consequence={t("objections.fileMeans")}
      question={t("objections.grounds")}
      run={grounds => ask(FileObjection, { input: { target, targetId, grounds, documents: [] } })}
      onDone={onDone}
    />
  );
}
