/** A box to tick is a field too, but nobody types into it. */
const TYPED_INTO = "input:not([type='checkbox'], [type='radio']), textarea, select";

/** Whether a key goes into a field, where it means what is typed and no command of the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_INTO));
}
