/**
 * One loader for each set of arguments a field is asked with: rows of one field share theirs, so that the number
 * of statements follows the operation's text and never the number of rows.
 */
export function perArguments<A, L>(create: (argument: A) => L): (argument: A) => L {
  const loaders = new Map<string, L>();
  return argument => {
    const key = JSON.stringify(argument);
    const loader = loaders.get(key) ?? create(argument);
    loaders.set(key, loader);
    return loader;
  };
}
