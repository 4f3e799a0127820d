import { Field, ID, ObjectType } from "type-graphql";
import { External, Key, RequiresScopes } from "../../shared/directives";
import { ForeseenMeasure } from "../../shared/types/ForeseenMeasure";

/** A recognition that is being written, as the police foresee its measures. */
@Key("id")
@RequiresScopes(["sanction:write"])
@ObjectType()
export class SanctionPreview {
  @Field(() => ID)
  id: string;

  /** Comes with the reference, as the measures do. */
  @External()
  @Field(() => ID)
  subjectId?: string;

  @External()
  @Field(() => [ForeseenMeasure])
  measures?: ForeseenMeasure[];
}
