// TEMPORARY until the gazetteer is there
import { compileMatcher, type Matcher } from '../text/matcher.ts';
import type { Token } from '../text/tokens.ts';
const CODES =
  'MA ES FR DZ TN LY EG SA AE QA KW BH OM YE IQ SY LB JO IL IR TR RU UA DE IT GB US CA MX CO VE CU BR AR CL PE EC BO UY PY GT HN SV NI CR PA DO ML NE BF TD SN MR CI GH NG CM GA CG CD RW BI UG KE TZ ET SO SD SS ZA AO MZ MG KM CN JP KR IN PK AF BD LK NP TH VN LA KH ID MY PH SG AU NZ FI SE NO DK IS EE LV LT PL CZ SK HU RO BG GR RS HR SI AL MK BA AT CH BE NL LU IE PT MT CY MN UZ KZ KG TJ TM AZ AM GE'.split(
    ' ',
  );
const X: Record<string, string> = {
  MA: 'maroc|marocain*|marroqui*|marrueco*|moroccan*|morocco|مغرب|مغربي*',
  ES: 'espagn*|espana|espanol*|spain|spanish|إسبان*|اسبان*',
  FR: 'francais*|france*|french|francia|galo|فرنس*',
  DZ: 'algerie*|algeria*|argeli*|جزائر*',
  TN: 'tunisi*|tunecin*|tunez|تونس*',
  EG: 'egypt*|egipt*|مصر*',
  SA: 'saudi* (arabia)?|saoudi*|arabie saoudite|arabia saudi*|سعود*|المملكة العربية السعودية',
  DE: "allema*|german*|aleman*|ألمان*|republique federale d'allemagne",
  IT: 'itali*|إيطال*',
  FI: 'finland*|finlandes*|فنلند*',
  GB: 'britan*|britis*|reino unido|royaume-uni|united kingdom|uk|بريطان*',
  US: 'americain*|american*|etats-unis|united states (of america)?|us|u.s.|estados unidos|estadounidense*|أمريك*|أميرك*|الولايات المتحدة الأمريكية|الولايات المتحدة الأميركية|ولايات المتحدة|america',
  RU: 'russ*|rusia|ruso|rusa|روس*',
  CO: 'colombi*',
  VE: 'venez*',
  RW: 'rwand*',
  CD: 'congol*|rdc|drc|democratic republic of (the)? congo|republique democratique du congo|congo',
  QA: 'qatar*|قطر*',
  AE: 'uae|emirati|emirat*|إمارات*',
  MN: 'mongoli*',
  IN: 'inde|india*|indien*|هند*',
  IR: 'iran*|إيران*|ايران*',
  TR: 'turk*|turc|turque*|turqui*|turco|turca|ترك*',
  IL: 'israel*',
  JP: 'japan*',
  PK: 'pakistan*',
  IQ: 'ira[kq]*|عراق*|iraq*|irak*',
  CN: 'chin*',
};
const CITIES: Record<string, [string, string]> = {
  rabat: ['Rabat', 'MA'],
  alger: ['Algiers', 'DZ'],
  algiers: ['Algiers', 'DZ'],
  argel: ['Algiers', 'DZ'],
  paris: ['Paris', 'FR'],
  madrid: ['Madrid', 'ES'],
  barcelona: ['Barcelona', 'ES'],
  doha: ['Doha', 'QA'],
  caracas: ['Caracas', 'VE'],
  bogota: ['Bogota', 'CO'],
  cairo: ['Cairo', 'EG'],
  'le caire': ['Cairo', 'EG'],
  berlin: ['Berlin', 'DE'],
  jeddah: ['Jeddah', 'SA'],
  jiddah: ['Jeddah', 'SA'],
  جدة: ['Jeddah', 'SA'],
  رياض: ['Riyadh', 'SA'],
  london: ['London', 'GB'],
  londres: ['London', 'GB'],
  washington: ['Washington', 'US'],
  moscow: ['Moscow', 'RU'],
  tehran: ['Tehran', 'IR'],
  'new delhi': ['New Delhi', 'IN'],
  ankara: ['Ankara', 'TR'],
  أنقرة: ['Ankara', 'TR'],
  fez: ['Fez', 'MA'],
  casablanca: ['Casablanca', 'MA'],
  kinshasa: ['Kinshasa', 'CD'],
  kigali: ['Kigali', 'RW'],
  luanda: ['Luanda', 'AO'],
  nairobi: ['Nairobi', 'KE'],
  sochi: ['Sochi', 'RU'],
  ceuta: ['Ceuta', 'ES'],
  melilla: ['Melilla', 'ES'],
  'puerto ordaz': ['Puerto Ordaz', 'VE'],
};
const CAP = new Set([
  'rabat',
  'alger',
  'algiers',
  'argel',
  'paris',
  'madrid',
  'doha',
  'caracas',
  'bogota',
  'cairo',
  'le caire',
  'berlin',
  'londres',
  'london',
  'washington',
  'moscow',
  'tehran',
  'new delhi',
  'ankara',
  'kinshasa',
  'kigali',
]);
let C: Matcher<{ code: string; kind: any }> | undefined;
let P: Matcher<[string, string, string]> | undefined;
function c() {
  if (C) return C;
  const e: any[] = [];
  for (const l of ['fr', 'en', 'es', 'ar']) {
    const d = new (Intl as any).DisplayNames([l], { type: 'region' });
    for (const code of CODES) {
      const n: string = d.of(code).replace(/[()?*|]/g, '');
      e.push({ pattern: l === 'ar' ? n.replace(/^ال/, '') : n, value: { code, kind: 'name' } });
    }
  }
  for (const [code, p] of Object.entries(X))
    for (const a of p.split('|'))
      if (!/[()]/.test(a) || true)
        try {
          e.push({
            pattern: a,
            value: { code, kind: a.endsWith('*') || /ais|ish|can|ian/.test(a) ? 'demonym' : 'name' },
          });
        } catch {}
  for (const n of CAP) e.push({ pattern: n, value: { code: CITIES[n]![1], kind: 'capital' } });
  for (const [a, code] of [
    ['franco', 'FR'],
    ['maroco', 'MA'],
    ['hispano', 'ES'],
    ['algero', 'DZ'],
  ])
    e.push({ pattern: a, value: { code, kind: 'dyad' } });
  C = compileMatcher(e, { clitics: true });
  return C;
}
export function findCountries(tokens: readonly Token[], from: number, to: number, _l: string): any[] {
  const seen = new Set();
  return c()
    .find(tokens, from, to)
    .filter((m) => {
      if (seen.has(m.firstToken)) return false;
      seen.add(m.firstToken);
      return true;
    })
    .map((m) => ({ ...m, ...m.value }));
}
export function findPlaces(tokens: readonly Token[], from: number, to: number, _l: string): any[] {
  P ??= compileMatcher(
    Object.entries(CITIES).map(([p, [n, k]]) => ({ pattern: p, value: [n, k, p] as [string, string, string] })),
    { clitics: true },
  );
  return P.find(tokens, from, to).map((m) => ({ ...m, name: m.value[0], country: m.value[1] }));
}
export const cityName = (n: string, _l: string): string => n;
