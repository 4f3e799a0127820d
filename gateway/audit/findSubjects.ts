/** The texts in some variables that name people by token, each once, however deep they stand. */
export function findSubjects(variables: unknown, isSubject: (text: string) => boolean): string[] {
  const found = new Set<string>();
  collect(variables, isSubject, found);
  return [...found];
}

function collect(value: unknown, isSubject: (text: string) => boolean, found: Set<string>): void {
  if (typeof value === "string") {
    if (isSubject(value)) found.add(value);
  } else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, isSubject, found);
  }
}
