/**
 * One loader for each set of arguments that a field is asked with: all parents of a field share its
 * arguments, so that it stays at one statement however many parents there are.
 */
export function loadersByArguments<Arguments, Loader>(
  create: (args: Arguments) => Loader,
): (args: Arguments) => Loader {
  const loaders = new Map<string, Loader>();
  return args => {
    const name = JSON.stringify(args);
    const loader = loaders.get(name) ?? create(args);
    loaders.set(name, loader);
    return loader;
  };
}
