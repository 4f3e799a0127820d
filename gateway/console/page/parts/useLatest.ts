import { useEffect, useState } from "react";

/** A value as it is now, for what was begun while it was another. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const [box] = useState({ current: value });
  useEffect(() => {
    box.current = value;
  });
  return box;
}
