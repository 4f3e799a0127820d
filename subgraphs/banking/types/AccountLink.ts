import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { Account } from "./Account";
import { LinkKind } from "./enums";
import { Subject } from "./Subject";

/** An account of somebody else, and the way that leads to it. */
@Authenticated()
@ObjectType()
export class AccountLink {
  /** Nullable, since it asks more than the link: a caller may see that there is one and not which. */
  @Field(() => Account, { nullable: true })
  account: Account | null;

  /** Nullable, since the gateway may forbid the step to another person without hiding the account. */
  @Field(() => Subject, { nullable: true })
  holder: Subject | null;

  /** The strongest tie of the last step. */
  @Field(() => LinkKind)
  kind: LinkKind;

  /** Steps from person to person. */
  @Field(() => Int)
  hops: number;
}
