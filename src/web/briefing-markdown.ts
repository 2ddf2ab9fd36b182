import type { CitedArticle } from '../core/export/citation.ts';
import type { Briefing, BriefingEntry } from './briefing.ts';
import { quotedText } from './briefing.ts';
import type { Translator } from './i18n.ts';
import { cleanText } from './shown-text.ts';
import { dayText } from './wording/days.ts';

/** A briefing as Markdown: one heading a meeting, facts above their sentence, sources as footnotes. */
export function renderBriefingMarkdown(
  { entries, sources }: Briefing,
  head: { readonly title: string; readonly note: string },
  tr: Translator,
): string {
  const lines = [`# ${escapeMarkdown(head.title)}`, '', escapeMarkdown(head.note), ''];
  for (const entry of entries) lines.push(...entryLines(entry, tr));
  if (sources.length > 0) lines.push(`## ${tr.t('briefing.sources')}`, '');
  sources.forEach((source, index) => {
    lines.push(`[^${index + 1}]: ${sourceText(source, tr)}`, '');
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

function entryLines({ sentence, groups }: BriefingEntry, tr: Translator): string[] {
  const lines = [`## ${escapeMarkdown(sentence)}`, ''];
  if (groups.length === 0) lines.push(escapeMarkdown(tr.t('briefing.no-sentence')), '');
  for (const { facts, quotation, source } of groups) {
    for (const { label, text } of facts) {
      lines.push(`- **${escapeMarkdown(label)}**${tr.t('list.colon')}${escapeMarkdown(text)} [^${source}]`);
    }
    const words = quotedText(quotation);
    lines.push('', `  > ${escapeMarkdown(words ?? tr.t('evidence.not-quoted'))} [^${source}]`, '');
  }
  return lines;
}

function sourceText(cited: CitedArticle, tr: Translator): string {
  const day = cited.published === undefined ? undefined : dayText(cited.published, tr);
  const what = [cited.outlet, tr.t('cite.title', { title: cited.title }), day]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escapeMarkdown(part ?? ''))
    .join(tr.t('list.comma'));
  const captured = dayText(cited.captured, tr) ?? cited.captured;
  return [
    `${what}.`,
    ...(cited.url === undefined ? [] : [`<${cited.url}>`]),
    `${escapeMarkdown(tr.t('cite.archived', { day: captured }))} <${cited.archiveUrl ?? ''}>`,
    `SHA-256 \`${cited.hash}\``,
  ].join(' ');
}

/** Text of others on one line: nothing in it is a heading, a link, a tag or a footnote. */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}
