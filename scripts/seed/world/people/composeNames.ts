import { faker as english } from "@faker-js/faker/locale/en";
import { faker as chinese } from "@faker-js/faker/locale/zh_CN";
import type { Random } from "../random/createRandom";

/** What decides the form of a name. */
export interface NameBearer {
  readonly isMale: boolean;
  /** Written as a passport writes it. */
  readonly isLatin: boolean;
}

const SEED_RANGE = 2 ** 31;

/**
 * Made-up names, one for each bearer. All at once: faker's instances are shared by the process and seeding is
 * its dearest step, so they are seeded here and nobody can draw from them in between.
 */
export function composeNames(random: Random, bearers: readonly NameBearer[]): string[] {
  chinese.seed(random.integer(0, SEED_RANGE - 1));
  english.seed(random.integer(0, SEED_RANGE - 1));
  return bearers.map(({ isMale, isLatin }) => {
    const sex = isMale ? "male" : "female";
    if (!isLatin) return chinese.person.fullName({ sex });
    return `${english.person.lastName(sex)} ${english.person.firstName(sex)}`.toUpperCase();
  });
}
