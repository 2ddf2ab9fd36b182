/**
 * A value from markup or structured data without long runs of spaces, each one space: nobody writes forty, and an
 * expression that looks for a separator between spaces would take the square of their number. Line breaks stay.
 */
export function withoutLongSpaces(text: string): string {
  return text.replace(/[^\S\r\n]{40,}/g, ' ');
}
