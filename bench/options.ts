/** `--name N` or `--name=N`; the standard value when it is not given, undefined when it is no positive whole number. */
export function numberOf(args: readonly string[], name: string, standard: number): number | undefined {
  const text = textOf(args, name);
  if (text === undefined) return standard;
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

/** `--name TEXT` or `--name=TEXT`. */
export function textOf(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1] ?? '');
}

/** The first option that a part does not know; numbers are values. */
export function unknownOption(args: readonly string[], known: readonly string[]): string | undefined {
  return args.map((arg) => arg.split('=', 1)[0] ?? '').find((arg) => arg.startsWith('-') && !known.includes(arg));
}
