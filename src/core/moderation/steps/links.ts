import type { ModerationPhase } from '../moderate.ts';

const most = 2;
/** Whole addresses, and names of hosts as people write them: "see o.example/page". Not "3.5" and not "U.S.A". */
const link =
  /\b(?:https?:\/\/|www\.)[^\s<>"]+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|info|biz|shop|online|site|top|xyz|ru|cn|tk|io|me|ly|link|click|example)\b(?:\/[^\s<>"]*)?/giu;

/** Links are welcome, but many of them, or the first words of an account with one, are seen by a moderator. */
export const links: ModerationPhase = {
  name: 'links',
  judge: ({ text, author }) => {
    const found = [...text.matchAll(link)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    const [first] = found;
    if (first === undefined) return [];
    if (found.length > most) return found.map((span) => ({ action: 'hold', reason: 'many-links', span }));
    return author.shown === 0 ? [{ action: 'hold', reason: 'first-link', span: first }] : [];
  },
};
