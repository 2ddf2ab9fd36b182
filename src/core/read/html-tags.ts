const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end a block of text. */
export const blockTags: ReadonlySet<string> = set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul video audio button textarea iframe object template noscript svg math caption label amp-img picture',
);

/** Start tags that end an open paragraph, as browsers do. */
export const closesParagraph: ReadonlySet<string> = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol p pre section table ul',
);

/** Elements without content. */
export const voidTags: ReadonlySet<string> = set(
  'area base br col embed hr img input link meta param source track wbr amp-img',
);

/** Elements whose text is never the page's text. */
export const skippedTags: ReadonlySet<string> = set(
  'template svg math iframe object canvas noembed noframes select textarea map datalist head-script',
);

/** Inline elements whose class may say what the text in them is. */
export const inlineZoneTags: ReadonlySet<string> = set(
  'span a time strong em b i small cite font abbr strike s del u sub sup ins mark q bdi bdo',
);

/** The elements above and others that pages use; the name of any other is cut out of the page. */
export const knownTags: ReadonlySet<string> = new Set([
  '#root',
  ...blockTags,
  ...closesParagraph,
  ...voidTags,
  ...skippedTags,
  ...inlineZoneTags,
  ...set(
    'html head title script style path g use rect circle code tt big ruby rt iframe picture noscript video time amp-video amp-youtube lite-youtube source',
  ),
]);
