import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from './days.ts';
import { countryText } from './places.ts';
import { roleText } from './roles.ts';

/** One value of the history in words: what stands there is plain JSON, in the shape of `meetingFacts` and `personFacts`. */
export function factText(field: string, value: unknown, tr: Translator): string {
  if (value === undefined || value === null) return tr.t('history.nothing');
  if (Array.isArray(value)) {
    if (value.length === 0) return tr.t('history.nothing');
    return clipText(value.map((one) => factText(field, one, tr)).join(tr.t('list.comma')), 400);
  }
  if (typeof value === 'string') {
    if (field === 'when') return dayText(value, tr) ?? value;
    if (field === 'sides') return countryText(value, tr);
    const word = field === 'topics' ? tr.maybe(`topic.${value}`) : tr.maybe(`${field}.${value}`);
    return word ?? clipText(value, 160);
  }
  if (isOffice(value)) {
    const { name, roleCode, roleText: text, country } = value;
    const office = roleText({ roleCode, roleText: text ?? '' }, tr);
    const whose =
      country === undefined ? office : tr.t('party.of', { name: office, country: countryText(country, tr) });
    return name === undefined ? whose : `${clipText(name, 120)}${tr.t('list.comma')}${whose}`;
  }
  if (typeof value === 'object' && 'place' in value && typeof value.place === 'string')
    return clipText(value.place, 160);
  return clipText(JSON.stringify(value), 160);
}

function isOffice(value: unknown): value is {
  readonly name?: string;
  readonly roleCode: string;
  readonly roleText?: string;
  readonly country?: string;
} {
  return typeof value === 'object' && value !== null && 'roleCode' in value && typeof value.roleCode === 'string';
}
