import { MADE_UP_PROVINCE, type Division } from "./divisions";

/** The districted-city organ of the demo user `authority`; the named people's cases are its cases. */
export const HOME_CITY_ORGAN = "A110100";
/** The county organ of the demo user `investigator`. */
export const HOME_COUNTY_ORGAN = "A110199";

/** The organ above all others. */
export const MINISTRY = "A000000";
/** The organ of the made-up province. */
export const PROVINCE_ORGAN = `A${MADE_UP_PROVINCE}0000`;

/** Division code of the county in which the demo users and the named people are at home. */
export const HOME_COUNTY = `${MADE_UP_PROVINCE}0101`;
/** Division code of the city above it. */
export const HOME_CITY = `${MADE_UP_PROVINCE}0100`;

/** The organ of a districted city; the one at home has the code that the demo users' issuer states. */
export function cityOrganOf(division: Division): string {
  return division.city === HOME_CITY ? HOME_CITY_ORGAN : `A${division.city}`;
}

/** The organ of a county. */
export function countyOrganOf(division: Division): string {
  return division.code === HOME_COUNTY ? HOME_COUNTY_ORGAN : `A${division.code}`;
}
