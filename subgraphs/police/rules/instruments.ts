// N20-1: the two cards are phone and IoT cards on one side, personal cards, unit accounts and payment accounts on the other.
import { Instrument } from "../types/enums";

const OF_TELECOM: readonly Instrument[] = [Instrument.PHONE_CARD, Instrument.IOT_CARD];

/** A card of a carrier: only the telecom regulator sets measures for it (N20-5). */
export function isPhoneInstrument(instrument: Instrument): boolean {
  return OF_TELECOM.includes(instrument);
}

/** A card or account of a bank or payment institution. */
export function isBankInstrument(instrument: Instrument): boolean {
  return !isPhoneInstrument(instrument);
}
