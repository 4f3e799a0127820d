import type { Session } from "../session/session";

/** A page that one can go to. */
export interface Destination {
  readonly name: string;
  readonly to: string;
  /** `g` and this letter lead there. */
  readonly key: string;
  readonly isHere: boolean;
}

interface Place {
  readonly name: string;
  readonly key: string;
  readonly to: string;
  readonly isFor: (session: Session) => boolean;
}

const ofInstitution = ({ caller }: Session): boolean => caller.institution !== null;
const ofCarrier = (session: Session): boolean =>
  ofInstitution(session) && session.caller.sector === "TELECOM";
const isSelf = ({ caller }: Session): boolean => caller.purposes.includes("SELF");

const PLACES: readonly Place[] = [
  { name: "self", key: "s", to: "/self", isFor: isSelf },
  { name: "cases", key: "c", to: "/cases", isFor: ({ may }) => may("case:read") },
  { name: "opening", key: "o", to: "/opening", isFor: ({ may }) => may("opening:check") },
  {
    name: "flags",
    key: "f",
    to: "/flags",
    isFor: session => ofCarrier(session) && session.may("flag:read"),
  },
  {
    name: "orders",
    key: "q",
    to: "/orders",
    isFor: session => ofInstitution(session) && session.may("order:read"),
  },
  {
    name: "cleanUp",
    key: "u",
    to: "/clean-up",
    isFor: session =>
      ofInstitution(session) &&
      // The limits are on phone cards and debit cards; a payment institution issues neither.
      session.caller.sector !== "PAYMENT" &&
      session.may(ofCarrier(session) ? "line:read" : "account:read"),
  },
  { name: "objections", key: "b", to: "/objections", isFor: ({ may }) => may("objection:decide") },
  { name: "accountability", key: "a", to: "/accountability", isFor: ({ may }) => may("accountability:read") },
  {
    name: "rectifications",
    key: "r",
    to: "/rectifications",
    // Deadlines are set for carriers: their regulator orders them, and a carrier sees its own.
    isFor: ({ may, caller }) => may("accountability:read") && caller.sector === "TELECOM",
  },
  {
    name: "telecomMeasures",
    key: "n",
    to: "/telecom-measures",
    isFor: ({ may }) => may("telecom_measure:write"),
  },
  { name: "records", key: "e", to: "/records", isFor: ({ may }) => may("audit:read") },
  {
    name: "alarms",
    key: "t",
    to: "/alarms",
    isFor: session => session.may("audit:read") && !isSelf(session),
  },
  { name: "warnings", key: "w", to: "/warnings", isFor: ({ may }) => may("warning:read") },
];

/** Whether a page of the navigation is the caller's own, also where an address leads to it. */
export function isPlaceOf(session: Session, name: string): boolean {
  return PLACES.some(place => place.name === name && place.isFor(session));
}

const PERSON_PATH = /^\/person\/([^/]+)/;

/** Where this caller can go: nothing that the role may not do, and what belongs to the person in front of one. */
export function destinationsFor(session: Session, pathname: string): Destination[] {
  const places = PLACES.filter(({ isFor }) => isFor(session)).map(({ name, key, to }) => ({ name, key, to }));
  const id = PERSON_PATH.exec(pathname)?.[1];
  const ofPerson =
    id === undefined
      ? []
      : [
          { name: "person", key: "p", to: `/person/${id}` },
          ...(session.may("link:read") ? [{ name: "links", key: "l", to: `/person/${id}/links` }] : []),
          ...(session.may("transfer:read") ? [{ name: "money", key: "m", to: `/person/${id}/money` }] : []),
        ];
  return [...places.slice(0, 1), ...ofPerson, ...places.slice(1)].map(place => ({
    ...place,
    isHere:
      pathname === place.to ||
      ["cases", "money"].some(name => name === place.name && pathname.startsWith(`${place.to}/`)),
  }));
}
