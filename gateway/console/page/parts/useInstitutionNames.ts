import { InstitutionNames } from "../../generated/operations";
import { useAnswer } from "../hub/useAnswer";
import { useSession } from "../session/session";

/** What institutions are called. */
export interface InstitutionNaming {
  /** By their codes; none until the directory has answered. */
  readonly names: ReadonlyMap<string, string>;
  readonly isLoading: boolean;
}

/** Asks the directory of institutions for their names. */
export function useInstitutionNames(): InstitutionNaming {
  const { standing } = useSession();
  const { data, isLoading } = useAnswer(InstitutionNames, {}, standing, true);
  return { names: new Map(data?.institutions.map(({ code, name }) => [code, name])), isLoading };
}
