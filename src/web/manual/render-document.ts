import { posix } from 'node:path';
import { Marked, type Tokens } from 'marked';

/** A document of the manual, ready to be shown. */
export interface ManualDocument {
  /** Place in the manual: `how-to/follow-outlets`. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** HTML without the title, made of our own Markdown; raw HTML in it stands as text. */
  readonly html: string;
  readonly headings: readonly { readonly id: string; readonly text: string }[];
}

/**
 * Turns Markdown into a document of the manual.
 * @param hrefOf where a link from one file to another leads; undefined for files that are not in the manual
 */
export function renderDocument(
  markdown: string,
  place: { readonly file: string; readonly slug: string; readonly language: string },
  hrefOf: (file: string) => string | undefined,
): ManualDocument {
  const headings: { id: string; text: string }[] = [];
  const seen = new Map<string, number>();
  let title = '';
  const marked = new Marked({
    gfm: true,
    walkTokens(token) {
      // Remarks for whoever edits the file.
      if (token.type === 'html' && token.raw.trimStart().startsWith('<!--')) token.text = '';
    },
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
      heading({ depth, tokens }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens);
        const text = this.parser.parseInline(tokens, this.parser.textRenderer);
        if (depth === 1 && title === '') {
          title = plainOf(text);
          return '';
        }
        const id = uniqueId(text, seen);
        if (depth === 2) headings.push({ id, text: plainOf(text) });
        return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        const target = addressOf(href, place.file, hrefOf);
        return target === undefined ? inner : `<a href="${escapeHtml(target)}"${outside(target)}>${inner}</a>`;
      },
      // Pictures of the repository are not part of the site.
      image: ({ text }: Tokens.Image) => escapeHtml(text),
      code: ({ text }: Tokens.Code) => `<pre dir="ltr" tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`,
      table({ header, rows }: Tokens.Table) {
        const cells = (row: readonly Tokens.TableCell[], tag: string) =>
          row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
        const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
        return `<div class="scroll" tabindex="0"><table><thead><tr>${cells(header, 'th scope="col"').replaceAll('</th scope="col">', '</th>')}</tr></thead><tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false });
  return { slug: place.slug, title, language: place.language, html, headings };
}

function addressOf(href: string, file: string, hrefOf: (file: string) => string | undefined): string | undefined {
  if (/^(?:https?:|#)/.test(href)) return href;
  if (/^[a-z]+:/i.test(href)) return undefined;
  const [path = '', part] = href.split('#');
  const target = hrefOf(posix.normalize(posix.join(posix.dirname(file), path)));
  return target === undefined ? undefined : part === undefined ? target : `${target}#${part}`;
}

function outside(href: string): string {
  return /^https?:/.test(href) ? ' rel="external noopener"' : '';
}

/** As GitHub makes them, so that links within the files work in both places. */
function uniqueId(text: string, seen: Map<string, number>): string {
  const plain = plainOf(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
  const count = seen.get(plain) ?? 0;
  seen.set(plain, count + 1);
  return count === 0 ? plain : `${plain}-${count}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function plainOf(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => {
    const found = Object.entries(entities).find(([, escaped]) => escaped === entity);
    return found?.[0] ?? entity;
  });
}
