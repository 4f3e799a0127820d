import type { EntityKey } from "../../shared/touched";
import type { SavedAccount } from "../store/accountRecord";

/** The entities whose answers show a written account: itself, its holder, and who held it before. */
export function touchedByAccount({ id, subjectId, previousSubjectId }: SavedAccount): EntityKey[] {
  const touched: EntityKey[] = [`Account:${id}`, `Subject:${subjectId}`];
  if (previousSubjectId !== null) touched.push(`Subject:${previousSubjectId}`);
  return touched;
}
