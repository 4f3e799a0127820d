import { FieldResolver, Resolver, Root } from "type-graphql";
import { RuleFinding } from "../../shared/types/RuleFinding";
import { surrenderWindow } from "../rules/surrenderWindow";
import { Subject } from "../types/Subject";
import { Surrender } from "../types/Surrender";

/** Who surrendered, and whether inside a notice's window. */
@Resolver(() => Surrender)
export class SurrenderResolver {
  @FieldResolver(() => Subject)
  subject(@Root() { subjectId }: Surrender): Subject {
    return { id: subjectId };
  }

  @FieldResolver(() => Boolean)
  insideWindow(@Root() surrender: Surrender): boolean {
    return surrenderWindow(surrender).insideWindow;
  }

  @FieldResolver(() => RuleFinding)
  finding(@Root() surrender: Surrender): RuleFinding {
    return surrenderWindow(surrender).finding;
  }
}
