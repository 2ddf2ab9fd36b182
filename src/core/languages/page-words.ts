import type { BlockLabel } from '../model/article.ts';

/**
 * How the furniture of a press page reads in one language. All phrases are compared after `foldName` (no case, no
 * accents, no punctuation), digits left out; `|` separates phrases.
 */
export interface PageWords {
  /** The whole line says only this. */
  readonly exact: Partial<Readonly<Record<BlockLabel, string>>>;
  /** The line begins like this, whatever follows. Only phrases that no sentence of an article begins with. */
  readonly starts: Partial<Readonly<Record<BlockLabel, string>>>;
  /** A short line (at most 14 words) contains this. */
  readonly contains: Partial<Readonly<Record<BlockLabel, string>>>;
  /** "Publié dans", before the outlet's name on an aggregator's page. */
  readonly publishedIn: string;
  /** Before a printed publication date. */
  readonly publishedOn: string;
  /** Before the date of a change. */
  readonly modifiedOn: string;
  /** Before a date that is of something else: an event, a birth, a release. */
  readonly otherDay: string;
  /** Before an author's name at the start of a line. */
  readonly by: string;
  /** Words of job titles, which stand beside an author's name. */
  readonly jobs: string;
  /** How a newsroom signs, and what systems write where nobody signed. */
  readonly newsrooms: string;
  /** Before the name of an agency in a closing line: "Source". */
  readonly source: string;
  /** "avec", in "avec AFP". */
  readonly withAgency: string;
  /** "agences": several agencies, none named. */
  readonly agencies: string;
  /** Before the names of who owns a picture: "Photo", "Crédit". */
  readonly photo: string;
  /** Before the same names without a colon: "Photo by", "Foto de". */
  readonly photoBy: string;
  /** In the title of a text that is written as things happen: "En direct". */
  readonly live: string;
  /** In the title of a page of pictures: "En images". */
  readonly gallery: string;
  /** The title of a page that says that it has nothing: "Page introuvable". */
  readonly missing: string;
  /**
   * Single words, folded, that furniture uses more often than news does: what asks the reader for something, what is
   * there for the law, what tells of the writer. None decides anything alone: the body model counts them.
   */
  readonly cues: Readonly<Record<'asks' | 'legal' | 'about', string>>;
}
