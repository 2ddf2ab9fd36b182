/** Lines of a sample of each host's pages; an article's page counts once, whatever its versions. */
export interface HostStore {
  remember(host: string, articleId: string, lines: readonly string[]): Promise<void>;
  /** By article id. */
  pagesOf(host: string): Promise<readonly { readonly articleId: string; readonly lines: readonly string[] }[]>;
  /** Pages remembered of each host, and how many there were when its pages were last read again. */
  sizes(): Promise<readonly { readonly host: string; readonly pages: number; readonly readWith: number }[]>;
  setReadWith(host: string, pages: number): Promise<void>;
}
