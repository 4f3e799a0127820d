import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** Proof that the opener's identity was checked (N16-3); a reference to the photo, never the photo. */
@Authenticated()
@ObjectType()
export class RealNameRecord {
  @Field(() => String)
  method: string;

  @Field(() => DateTimeScalar)
  verifiedOn: Date;

  @Field(() => Boolean)
  onlineCheckPassed: boolean;

  @Field(() => String, { nullable: true })
  photoReference: string | null;

  @Field(() => String)
  result: string;
}
