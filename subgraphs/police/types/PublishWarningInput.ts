import { Field, InputType } from "type-graphql";

/** A public warning (N16-8); no region: for the whole country. */
@InputType()
export class PublishWarningInput {
  @Field(() => String)
  title: string;

  @Field(() => String)
  body: string;

  @Field(() => [String])
  regions: string[];
}
