/** All keys of a nested object of texts, as dotted paths. */
export function keysOf(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

/** What each locale lacks or leaves empty against the union of all: `ar: front.title`. */
export function missingKeys(locales) {
  const all = new Set(Object.values(locales).flatMap((texts) => keysOf(texts)));
  const found = [];
  for (const [name, texts] of Object.entries(locales)) {
    const own = new Set(keysOf(texts));
    for (const key of all) if (!own.has(key)) found.push(`${name}: ${key} is missing`);
    for (const key of own) {
      const value = key.split('.').reduce((at, part) => at?.[part], texts) ?? texts[key];
      if (typeof value === 'string' && value.trim() === '') found.push(`${name}: ${key} is empty`);
    }
  }
  return found;
}
