import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { chinaDay } from "../../../schema/contract/calendar";
import { Inaccessible, Policy, RequiresScopes, Shareable, Unanswered } from "../../shared/directives";
import { AnswerState } from "../../shared/types/enums";
import { Measure } from "../../shared/types/Measure";
import { isPoliceView } from "../../shared/view";
import type { PoliceContext } from "../policeContext";
import { isMeasureInForce } from "../rules/measureInForce";
import { POLICE_REGISTER, policeAnswer } from "../rules/policeAnswer";
import { InstitutionAnswer } from "../types/InstitutionAnswer";
import { Involvement } from "../types/Involvement";
import { Objection } from "../types/Objection";
import { Sanction } from "../types/Sanction";
import { Subject } from "../types/Subject";
import { Visit } from "../types/Visit";
import { withoutEnded } from "./sanctionStanding";

/** What the police hold under one identity document. A person of whom nothing is held is a Subject too. */
@Resolver(() => Subject)
export class SubjectResolver {
  @RequiresScopes(["sanction:read"])
  @FieldResolver(() => [Sanction], { nullable: true })
  async sanctions(
    @Root() { id }: Subject,
    @Arg("includeEnded", () => Boolean, { defaultValue: false }) includeEnded: boolean,
    @Ctx() context: PoliceContext,
  ): Promise<Sanction[]> {
    const sanctions = await context.loaders.sanctionsBySubject.load(id);
    return includeEnded ? sanctions : withoutEnded(sanctions, context);
  }

  @RequiresScopes(["sanction:read"])
  @FieldResolver(() => [Objection], {
    nullable: true,
    description:
      "To the person themself every objection of theirs, whatever it is to; to others those to sanctions.",
  })
  objections(@Root() { id }: Subject, @Ctx() { loaders }: PoliceContext): Promise<Objection[]> {
    return loaders.objectionsBySubject.load(id);
  }

  @Inaccessible()
  @Shareable()
  @RequiresScopes(["sanction:check"], ["sanction:read"])
  @FieldResolver(() => [Measure], {
    nullable: true,
    description: "Every measure ever recorded, with its lifting. No arguments: it stands in `@requires`.",
  })
  measureHistory(@Root() { id }: Subject, @Ctx() { loaders }: PoliceContext): Promise<Measure[]> {
    return loaders.measuresBySubject.load(id);
  }

  @Shareable()
  @RequiresScopes(["sanction:check"], ["sanction:read"])
  @FieldResolver(() => [Measure], {
    nullable: true,
    description: "Flat list of the measures in force today: what banks and carriers must apply.",
  })
  async measuresInForce(
    @Root() { id }: Subject,
    @Ctx() { loaders, clock }: PoliceContext,
  ): Promise<Measure[]> {
    const today = chinaDay(clock());
    const measures = await loaders.measuresBySubject.load(id);
    return measures.filter(measure => isMeasureInForce(measure, today));
  }

  @RequiresScopes(["case:read"])
  @Policy(["case_assigned"])
  @FieldResolver(() => [Involvement], { nullable: true })
  involvements(@Root() { id }: Subject, @Ctx() { loaders }: PoliceContext): Promise<Involvement[]> {
    return loaders.involvementsBySubject.load(id);
  }

  @RequiresScopes(["case:read"])
  @FieldResolver(() => [Visit], { nullable: true })
  visits(@Root() { id }: Subject, @Ctx() { loaders }: PoliceContext): Promise<Visit[]> {
    return loaders.visitsBySubject.load(id);
  }

  @Unanswered([
    {
      institution: { __typename: "Institution", ...POLICE_REGISTER },
      state: AnswerState.NOT_ANSWERED,
      asOf: null,
    },
  ])
  @RequiresScopes(["subject:read"])
  @FieldResolver(() => [InstitutionAnswer], {
    nullable: true,
    description: "Whether the police register answered; it is asked live, so it answers as of now.",
  })
  async policeCoverage(
    @Root() subject: Subject,
    @Ctx() context: PoliceContext,
  ): Promise<InstitutionAnswer[]> {
    const isPolice = isPoliceView(context.claims.view);
    const held = isPolice && (await holdsSomething(subject, context));
    return [{ institution: POLICE_REGISTER, state: policeAnswer(isPolice, held), asOf: context.clock() }];
  }
}

async function holdsSomething({ id }: Subject, { loaders }: PoliceContext): Promise<boolean> {
  const held = await Promise.all([
    loaders.sanctionsBySubject.load(id),
    loaders.involvementsBySubject.load(id),
    loaders.visitsBySubject.load(id),
  ]);
  return held.some(rows => rows.length > 0);
}
