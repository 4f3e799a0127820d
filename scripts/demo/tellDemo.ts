import { createAskStep, type DemoHub, type ToldStep } from "./askStep";
import { demoStory } from "./demoStory";
import { tellRedress } from "./tellRedress";

/** Lets the story happen on a running hub, one step after the other. What it does it undoes: it can be told again. */
export async function* tellDemo(hub: DemoHub): AsyncGenerator<ToldStep> {
  const ask = createAskStep(hub);
  for (const step of demoStory(hub.people)) yield ask(step);
  yield* tellRedress(hub.people, ask);
}
