import { useEffect, useState } from "react";

const SETTLED_AFTER_MS = 300; // a pause in typing; shorter would ask for every letter

/** A value once it has stopped changing for a moment: what is asked while somebody types. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
    // Equal values are the same value: the text tells.
  }, [text]);
  return settled;
}
