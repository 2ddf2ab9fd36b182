export function outletPath(slug: string): string {
  return `/outlets/${encodeURIComponent(slug)}`;
}
