import { Directive } from "type-graphql";

/** A decorator that stands on a class, a field or a resolver method alike. */
type SdlDecorator = PropertyDecorator & MethodDecorator & ClassDecorator;

function directive(sdl: string): SdlDecorator {
  return Directive(sdl);
}

/** `["a", "b"], ["c"]` reads: a and b together, or c alone. */
function alternatives(sets: readonly (readonly string[])[]): string {
  return JSON.stringify(sets);
}

/** An entity other subgraphs can refer to by these fields. Repeat it for each key. */
export const Key = (fields: string): SdlDecorator => directive(`@key(fields: ${JSON.stringify(fields)})`);

/** Several subgraphs resolve this alike. */
export const Shareable = (): SdlDecorator => directive("@shareable");

/** Any verified caller may read this. */
export const Authenticated = (): SdlDecorator => directive("@authenticated");

/** Scopes a caller needs: each array all together, several arrays as alternatives. */
export const RequiresScopes = (...sets: readonly (readonly string[])[]): SdlDecorator =>
  directive(`@requiresScopes(scopes: ${alternatives(sets)})`);

/** Policies that must hold: each array all together, several arrays as alternatives. */
export const Policy = (...sets: readonly (readonly string[])[]): SdlDecorator =>
  directive(`@policy(policies: ${alternatives(sets)})`);

/** Resolved elsewhere; named here because a `@requires` needs it. */
export const External = (): SdlDecorator => directive("@external");

/** Fields of other subgraphs that must be fetched first. They take no arguments: the planner gets that wrong. */
export const Requires = (fields: string): SdlDecorator =>
  directive(`@requires(fields: ${JSON.stringify(fields)})`);

/** For the gateway alone; not in the client's schema. */
export const Inaccessible = (): SdlDecorator => directive("@inaccessible");

/** Marks a type for the gateway: `person` counts as a step when crossed. */
export const Tag = (name: string): SdlDecorator => directive(`@tag(name: ${JSON.stringify(name)})`);

/** How long, in seconds, an answer may be reused. Nothing said: not at all. */
export const CacheHint = (maxAge: number): SdlDecorator => directive(`@cacheHint(maxAge: ${maxAge})`);

/** What stands in the field's place when this subgraph did not answer: silence never reads as "nothing held". */
export const Unanswered = (value: unknown): SdlDecorator =>
  directive(`@unanswered(as: ${JSON.stringify(JSON.stringify(value))})`);
