import { addDays } from "../../../../schema/contract/calendar";

/** A time in which a ring was found out: it decides the rules, and how far the case has come. */
export interface RingEra {
  /** First and last day on which its case may have been opened. */
  readonly openedFrom: string;
  readonly openedTo: string;
  /** Days on which members gave themselves up, inside and outside the windows of N16-1 and N20-1. */
  readonly surrenders: readonly string[];
  readonly isRecent: boolean;
}

const AUTUMN_2016: RingEra = {
  openedFrom: "2016-10-05",
  openedTo: "2016-11-15",
  surrenders: ["2016-10-31", "2016-11-24"],
  isRecent: false,
};
const NOTICE_2016: RingEra = {
  openedFrom: "2017-01-20",
  openedTo: "2018-12-20",
  surrenders: [],
  isRecent: false,
};
const PBOC_2019: RingEra = {
  openedFrom: "2019-04-10",
  openedTo: "2020-10-20",
  surrenders: [],
  isRecent: false,
};
const TURN_OF_2020: RingEra = {
  openedFrom: "2020-12-18",
  openedTo: "2021-01-10",
  surrenders: ["2021-01-15", "2021-02-03"],
  isRecent: false,
};
const NOTICE_2020: RingEra = {
  openedFrom: "2021-06-01",
  openedTo: "2024-09-30",
  surrenders: [],
  isRecent: false,
};

/** The turns that the neighbourhoods take: half of what police know is of the last two years. */
const TURNS: readonly ((today: string) => RingEra)[] = [
  recent,
  () => NOTICE_2020,
  measures2024,
  () => TURN_OF_2020,
  recent,
  () => NOTICE_2016,
  measures2024,
  recent,
  () => PBOC_2019,
  measures2024,
  () => AUTUMN_2016,
  () => NOTICE_2020,
];

/** The era of the neighbourhood with this index. */
export function ringEra(blockIndex: number, today: string): RingEra {
  const era = TURNS[blockIndex % TURNS.length] ?? recent;
  return era(today);
}

function recent(today: string): RingEra {
  return { openedFrom: addDays(today, -58), openedTo: addDays(today, -22), surrenders: [], isRecent: true };
}

function measures2024(today: string): RingEra {
  return { openedFrom: "2024-12-05", openedTo: addDays(today, -180), surrenders: [], isRecent: false };
}
