import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { LineChoice } from "../store/lineStore";
import type { TelecomContext } from "../telecomContext";
import { PhoneLineConnection } from "../types/PhoneLineConnection";

/** A page of lines with what it takes to count the others. */
export interface LineConnection extends PhoneLineConnection {
  readonly subjectId: string;
  readonly choice: LineChoice;
  /** Known where the page is the whole list. */
  readonly knownTotal: number | null;
}

/** Counts only where somebody asks, and only where the page does not tell already. */
@Resolver(() => PhoneLineConnection)
export class PhoneLineConnectionResolver {
  @FieldResolver(() => Int)
  async totalCount(
    @Root() { subjectId, choice, knownTotal }: LineConnection,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<number> {
    return knownTotal ?? (await loaders.lineTotalBySubject(choice).load(subjectId))?.total ?? 0;
  }
}
