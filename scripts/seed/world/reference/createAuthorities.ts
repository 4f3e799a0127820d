import type { WorldAuthority } from "../../worldModel";
import { cityOrganOf, countyOrganOf, MINISTRY, PROVINCE_ORGAN } from "./organs";
import { DIVISIONS, MADE_UP_PROVINCE, type Division } from "./divisions";

/** All public security organs: one ministry, one province, its cities and their counties. */
export function createAuthorities(): WorldAuthority[] {
  return [
    { code: MINISTRY, name: "部反诈指挥中心", level: "MINISTRY", region: "000000", superior: null },
    {
      code: PROVINCE_ORGAN,
      name: "云岭省公安厅",
      level: "PROVINCE",
      region: `${MADE_UP_PROVINCE}0000`,
      superior: MINISTRY,
    },
    ...firstCountyOfEachCity().map(createCityOrgan),
    ...DIVISIONS.map(createCountyOrgan),
  ];
}

function firstCountyOfEachCity(): Division[] {
  return DIVISIONS.filter((division, index) => DIVISIONS[index - 1]?.city !== division.city);
}

function createCityOrgan(division: Division): WorldAuthority {
  return {
    code: cityOrganOf(division),
    name: `${division.cityName}公安局`,
    level: "DISTRICTED_CITY",
    region: division.city,
    superior: PROVINCE_ORGAN,
  };
}

function createCountyOrgan(division: Division): WorldAuthority {
  return {
    code: countyOrganOf(division),
    name: `${division.cityName}公安局${division.countyName.slice(0, 2)}分局`,
    level: "COUNTY",
    region: division.code,
    superior: cityOrganOf(division),
  };
}
