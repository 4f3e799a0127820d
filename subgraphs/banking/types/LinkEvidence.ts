import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { LinkKind } from "./enums";

/** One thing that two accounts have in common, or that passed between them. */
@Authenticated()
@ObjectType()
export class LinkEvidence {
  @Field(() => LinkKind)
  kind: LinkKind;

  /** Number, device, outlet and day, agent, reference and amount, or the representative masked. */
  @Field(() => String)
  value: string;

  /** Days on which the linked account was first and last seen with it. */
  @Field(() => CalendarDateScalar, { nullable: true })
  firstSeen: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  lastSeen: string | null;
}
