import { Field, ID, ObjectType } from "type-graphql";
import { Inaccessible, Key, RequiresScopes } from "../../shared/directives";
import { ForeseenMeasure } from "../../shared/types/ForeseenMeasure";
import { RuleVersion } from "./enums";

/** What a recognition would bring about. It is kept nowhere: by its id alone nothing is found. */
@Key("id")
@RequiresScopes(["sanction:write"])
@ObjectType()
export class SanctionPreview {
  @Field(() => ID)
  id: string;

  @Field(() => RuleVersion)
  ruleVersion: RuleVersion;

  @Field(() => String)
  article: string;

  @Field(() => String, {
    nullable: true,
    description: "Why the asking organ cannot recognise this; null where nothing stands in its way.",
  })
  obstacle: string | null;

  @Field(() => [ForeseenMeasure])
  measures: ForeseenMeasure[];

  @Inaccessible()
  @Field(() => ID, { description: "For the subgraphs that say what would be touched." })
  subjectId: string;
}
