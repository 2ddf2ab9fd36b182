/** A time of day at the start of a line. */
export interface ClockTime {
  /** `14:32`. */
  readonly time: string;
  /** Length of the time and of what parts it from the text after it. */
  readonly length: number;
  /** The line says nothing else. */
  readonly alone: boolean;
}

const shape =
  /^\s*(?:(?:à|a las|at|klo|um|الساعة)\s+)?(\d{1,2})\s?(?:[:h.٫H]|\s?h\s?)\s?(\d{2})(?::\d{2})?\s*(?:(a|p|A|P)\.?\s?[mM]\.?\b|(ص|صباحا|صباحًا|م|مساء|مساءً)(?![\p{L}\p{M}]))?\s*(?:(?:h(?:rs|oras|eures)?|Uhr)\b\.?)?\s*(?:\(?\s*(?:GMT|UTC|CES?T|BST|E[SD]T|IST|P[SD]T|بتوقيت [\p{L} ]{3,20}|توقيت غرينتش|غرينتش)(?:\s?[+-]\d{1,2})?\s*\)?)?/u;

/** Digits as Europe writes them. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

/** "14:32", "14h32 :", "18:07 h", "9.15 p.m. –", "١٤:٣٢" at the start of a line; `undefined` when it begins otherwise. */
export function parseClockTime(line: string): ClockTime | undefined {
  const head = westernDigits(line.slice(0, 80));
  const match = shape.exec(head);
  if (!match) return undefined;
  const minutes = Number(match[2]);
  let hours = Number(match[1]);
  const half = (match[3] ?? match[4] ?? '').toLowerCase();
  if (hours > 23 || minutes > 59) return undefined;
  if ((half === 'p' || half.startsWith('م')) && hours < 12) hours += 12;
  if ((half === 'a' || half.startsWith('ص')) && hours === 12) hours = 0;
  let length = match[0].length;
  const rest = /^\s*[|:–—•·,.-]*\s*/u.exec(head.slice(length))?.[0] ?? '';
  const after = line.slice(length + rest.length);
  // "14:32" and then a number or a unit is a score or a length of time.
  if (/^[\d%€$+]/u.test(after)) return undefined;
  // A day may stand beside the time: "14:32, 3 May"; it is no text of its own.
  const alone = !/\p{L}{2}.*\s.*\p{L}{2}.*\s/u.test(after) && after.length < 24;
  length += alone ? after.length + rest.length : rest.length;
  return { time: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`, length, alone };
}
