const countries = ['Spain', 'Morocco', 'France', 'Tunisia', 'Portugal', 'Algeria', 'Italy', 'Egypt'];
const offices = ['fisheries', 'transport', 'agriculture', 'culture', 'health', 'energy'];
const places = ['Madrid', 'Rabat', 'Paris', 'Tunis', 'Lisbon', 'Algiers', 'Rome', 'Cairo'];
const matters = ['harbours', 'ferries', 'lighthouses', 'tides', 'nets', 'pipelines', 'vaccines', 'museums', 'orchards'];

/** A page about a meeting that never was, another one for each number. */
export function inventReport(number: number, random: () => number): { title: string; html: string } {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const [first, second, office, place] = [pick(countries), pick(countries), pick(offices), pick(places)];
  const [one, two, three] = [pick(matters), pick(matters), pick(matters)];
  const title = `Talks number ${number} about ${one} and ${two}`;
  const day = `${1 + Math.floor(random() * 28)}`.padStart(2, '0');
  const paragraphs = [
    `The ministers of ${office} of ${first} and ${second} met in ${place} on Monday and spoke about ${one} and ${two}.`,
    `Both sides said that work item ${number} on ${three} would go on, and that a joint commission would meet again in the spring.`,
    `Officials added that ${two} had been a subject of the talks for ${2 + (number % 40)} years, and that the matter was close to an end.`,
  ];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-01-${day}T10:00:00Z"></head><body><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;
  return { title, html };
}
