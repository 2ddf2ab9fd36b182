/** One text of a made press, with what is true of it. */
export interface PressText {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** EDTF. */
  readonly published: string;
  readonly outlet: string;
  readonly agency?: string;
  readonly made: 'original' | 'retitled' | 'cut' | 'rewritten' | 'host';
  /** Texts with the same label are one dispatch. */
  readonly dispatch: string;
  /** Communiqués with the same label are look-alikes, unless they are one dispatch. */
  readonly template?: string;
  /** Whom it was copied from. */
  readonly source?: string;
  /** Whose sentences were lifted into it. */
  readonly lifted?: string;
}

/** Paragraphs as a page has them. */
export function bodyOf(text: PressText): string {
  return text.sentences.join('\n');
}
