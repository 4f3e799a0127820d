/**
 * Of transactions that wait for each other in a circle, or that met on common rows, one is rolled back whole; so is one
 * with a statement that was parsed before a migration (see `nameStatements`).
 */
const WORTH_ANOTHER_RUN = new Set(["40001", "40P01", "0A000"]);
/** Each time somebody else has come through: whoever loses so often meets more than bad luck. */
const MAX_ATTEMPTS = 5;

/** Runs a transaction; one of those above did nothing, and is run again. Any other error is passed on. */
export async function runAgain<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !WORTH_ANOTHER_RUN.has(String((error as { code?: unknown }).code)))
        throw error;
    }
  }
}
