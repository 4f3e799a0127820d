import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { HubError } from "../../schema/contract/errors";

/** Enough to mend a form; a report of ten thousand bad items is not answered with as many errors. */
const MAX_MISFITS = 10;

/** Where a value stands within its variable, as graphql-js writes it after the value and before the reason. */
const PLACE = / at "[^".[]*\.?([^"]*)"$/;

/**
 * What graphql-js says of variables that it cannot read, as a client may see it: the place, `lines[3].observedAt`, and
 * how to mend it. Its own sentences quote the value, which may be anybody's number.
 */
export function describeMisfits(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
  return errors.slice(0, MAX_MISFITS).map(({ message, originalError }) => {
    const reason = originalError instanceof HubError ? originalError.message : MISFIT;
    const place = PLACE.exec(message.slice(0, -`; ${originalError?.message ?? ""}`.length))?.[1];
    return {
      message: place === undefined ? reason : `\`${place}\`: ${reason}`,
      extensions: { code: "BAD_INPUT" },
    };
  });
}

const MISFIT = "The operation or one of its variables does not fit the schema.";
