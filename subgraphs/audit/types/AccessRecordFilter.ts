import { Field, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { DateTimeScalar } from "../../shared/types/scalars";

/** Which looks are asked for: all that is given must hold. */
@InputType()
export class AccessRecordFilter {
  @Field(() => [IdentityDocumentInput], { nullable: true })
  documents?: IdentityDocumentInput[] | null;

  @Field(() => String, { nullable: true })
  purpose?: string | null;

  @Field(() => String, { nullable: true })
  reference?: string | null;

  @Field(() => String, { nullable: true })
  field?: string | null;

  @Field(() => Boolean, { nullable: true })
  deniedOnly?: boolean | null;

  @Field(() => String, { nullable: true })
  outcome?: string | null;

  @Field(() => String, { nullable: true })
  caller?: string | null;

  @Field(() => String, { nullable: true })
  institution?: string | null;

  @Field(() => DateTimeScalar)
  from: Date;

  @Field(() => DateTimeScalar)
  to: Date;
}
