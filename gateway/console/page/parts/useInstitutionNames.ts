import { InstitutionNames } from "../../generated/operations";
import { useAnswer } from "../hub/useAnswer";
import { useSession } from "../session/session";

/** What institutions are called, by their codes; none until the directory has answered. */
export function useInstitutionNames(): ReadonlyMap<string, string> {
  const { standing } = useSession();
  const { data } = useAnswer(InstitutionNames, {}, standing, true);
  return new Map(data?.institutions.map(({ code, name }) => [code, name]));
}
