/**
 * Whether a decoded page is HTML. A text dump may quote a tag or use `<` and `>`; a page of HTML has a doctype, a
 * structural element near its start, or tags all along.
 */
export function looksLikeHtml(source: string, contentType?: string): boolean {
  if (contentType && /^\s*text\/plain\b/i.test(contentType)) return false;
  if (contentType && /\b(?:x?html)\b/i.test(contentType)) return true;
  const head = source.slice(0, 20_000);
  if (/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return true;
  const tags = head.match(
    /<\/?(?:html|head|body|div|p|span|a|ul|li|h[1-6]|table|td|article|section|script|br|img|meta)\b[^<>]{0,2000}>/gi,
  );
  return tags !== null && (tags.length >= 8 || tags.length * 60 >= head.trim().length || /^\s*<[a-z]/i.test(head));
}
