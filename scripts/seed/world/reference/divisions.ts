/** A county, the city it belongs to, and its name. */
export interface Division {
  readonly code: string;
  readonly city: string;
  readonly cityName: string;
  readonly countyName: string;
}

/**
 * GB/T 2260 has never assigned a division that begins with 99 (provinces run from 11 to 82), nor a special one,
 * so no document that carries it can be a real person's; and unlike 00 it is a form that every checker of the
 * format accepts. The new permanent residence cards begin with 9 as well, but two digits of an assigned
 * province follow there, which 90 is not.
 */
export const MADE_UP_PROVINCE = "99";

const CITIES: readonly (readonly [string, string])[] = [
  ["01", "云港市"],
  ["02", "岚泽市"],
  ["03", "桐渊市"],
  ["04", "汐川市"],
];
const COUNTIES = ["望澜区", "听松区", "临汐区", "霁月区", "青礁县", "鹭湾县", "鸣沙县", "栖云县"];

/** Every county of the made-up province, city by city. */
export const DIVISIONS: readonly Division[] = CITIES.flatMap(([city, cityName]) =>
  COUNTIES.map((countyName, index) => ({
    code: `${MADE_UP_PROVINCE}${city}${String(index + 1).padStart(2, "0")}`,
    city: `${MADE_UP_PROVINCE}${city}00`,
    cityName,
    countyName,
  })),
);

/** The counties of one city. */
export function countiesOf(city: string): readonly Division[] {
  return DIVISIONS.filter(division => division.city === city);
}
