import type { Token } from '../../../text/tokens.ts';
import type { TaggedSentence } from '../../context.ts';
import { arabicNames } from './arabic-names.ts';
import { countryAfterName, countryBeforeName } from './country-of-name.ts';
import { countryOfSide } from './head-of-side.ts';
import { listedPeople } from './listed-people.ts';
import { findNameRuns, type NameRun } from './names.ts';
import { isOnlyMentioned, namesPlace } from './only-mentioned.ts';
import { beginsAnew, findRolePhrases, type RolePhrase } from './roles.ts';
import { isSecondOffice } from './second-office.ts';

/** One place in the text where a person with a role, or a name alone, is mentioned. */
export interface PersonMention {
  /** Index into `RecordContext.sentences`. */
  readonly sentence: number;
  readonly firstToken: number;
  /** Exclusive. */
  readonly lastToken: number;
  readonly name?: NameRun;
  readonly roles: readonly RolePhrase[];
  /** Countries said in the role phrase or right after the name. */
  readonly country?: string;
  /** The name follows a title such as "M." */
  readonly titled: boolean;
}

/** People of one sentence in order of appearance. */
export function findPersonMentions(tagged: TaggedSentence, index: number, tokens: readonly Token[]): PersonMention[] {
  const phrases = findRolePhrases(tagged, tokens);
  const names = tagged.lexicon.pack.capitals
    ? findNameRuns(tagged, tokens, phrases)
    : arabicNames(tagged, tokens, phrases);
  const mentions = new Linker(tagged, index, tokens, phrases, names).link();
  return mentions.filter((mention) => !namesPlace(tagged, mention, tokens));
}

class Linker {
  readonly #tagged: TaggedSentence;
  readonly #index: number;
  readonly #tokens: readonly Token[];
  readonly #phrases: readonly RolePhrase[];
  readonly #names: readonly NameRun[];

  constructor(
    tagged: TaggedSentence,
    index: number,
    tokens: readonly Token[],
    phrases: readonly RolePhrase[],
    names: readonly NameRun[],
  ) {
    this.#tagged = tagged;
    this.#index = index;
    this.#tokens = tokens;
    this.#phrases = phrases;
    this.#names = names;
  }

  link(): PersonMention[] {
    const owner = new Map<NameRun, RolePhrase[]>();
    const used = new Set<RolePhrase>();
    const give = (name: NameRun, phrase: RolePhrase): void => {
      owner.set(name, [...(owner.get(name) ?? []), phrase]);
      used.add(phrase);
    };
    // A role directly before its name, without a comma, is the surest pair.
    for (const phrase of this.#phrases) {
      if (phrase.plural) continue;
      const name = this.#nameAfter(phrase, false);
      if (name !== undefined) give(name, phrase);
    }
    // "his counterpart A, the president of B, C, the president of D, E": where the list begins with a role, each role
    // belongs to the name behind it.
    for (const phrase of this.#phrases) {
      if (phrase.plural || used.has(phrase)) continue;
      const before = this.#nameBefore(phrase);
      const after = this.#nameAfter(phrase, true);
      if (after === undefined || owner.has(after) || (before !== undefined && !owner.has(before))) continue;
      const next = this.#phrases.find(
        (other) => other.firstToken >= after.lastToken && this.#nameBefore(other) === after,
      );
      if (next === undefined || next.plural) continue;
      if (this.#nameAfter(next, false) !== undefined || this.#nameAfter(next, true) !== undefined) give(after, phrase);
    }
    // Then a role after a name: "X, ministre de …", "X, his counterpart".
    for (const phrase of this.#phrases) {
      if (phrase.plural || used.has(phrase)) continue;
      const name = this.#nameBefore(phrase);
      if (name === undefined) continue;
      const own = owner.get(name) ?? [];
      // "minister A, his counterpart, C": a name with its own role leaves the next role to the name after it.
      const later = this.#nameAfter(phrase, true);
      // "at the invitation of A, the president, B, …": who is only mentioned has no part in what follows.
      const aside = own.length > 0 || isOnlyMentioned(this.#tagged, name);
      if (aside && later !== undefined && !owner.has(later)) continue;
      if (!own.some((other) => this.#clash(other, phrase))) give(name, phrase);
    }
    for (const phrase of this.#phrases) {
      if (phrase.plural || used.has(phrase)) continue;
      const name = this.#nameAfter(phrase, true);
      if (name !== undefined && !owner.has(name)) give(name, phrase);
    }
    // A chain of titles after one name: "X ولي العهد وزير الدفاع" …
    for (let i = 1; i < this.#phrases.length; i++) {
      const before = this.#phrases[i - 1];
      const phrase = this.#phrases[i];
      if (before === undefined || phrase === undefined || used.has(phrase) || phrase.plural) continue;
      const owned = [...owner].find(([, list]) => list.includes(before));
      if (
        owned !== undefined &&
        phrase.firstToken === before.lastToken &&
        owned[0].firstToken < before.firstToken &&
        !this.#clash(before, phrase)
      )
        give(owned[0], phrase);
    }
    // … or before it: "ولي العهد نائب رئيس … وزير الداخلية", "ministre … et ministre …".
    for (let i = this.#phrases.length - 2; i >= 0; i--) {
      const phrase = this.#phrases[i];
      const next = this.#phrases[i + 1];
      if (phrase === undefined || next === undefined || used.has(phrase) || phrase.plural) continue;
      const owned = [...owner].find(([, list]) => list.includes(next));
      if (owned !== undefined && this.#chained(phrase, next, owned[0])) give(owned[0], phrase);
      const apposed = used.has(phrase) ? undefined : this.#apposed(i, owner);
      if (apposed !== undefined) {
        // "his counterpart, Senator X": the other title says less.
        owner.set(
          apposed,
          (owner.get(apposed) ?? []).filter((role) => role.rank !== 'out'),
        );
        give(apposed, phrase);
      }
    }
    const mentions: PersonMention[] = [];
    const listed = listedPeople(this.#tagged, this.#tokens, this.#phrases, this.#names);
    for (const { phrase, name, role, country, firstToken } of listed) {
      used.add(phrase);
      owner.set(name, [...(owner.get(name) ?? []), role]);
      mentions.push({
        sentence: this.#index,
        firstToken,
        lastToken: name.lastToken,
        name,
        roles: [role],
        country,
        titled: false,
      });
    }
    const shared = this.#shareePlural(owner, used, mentions);
    for (const { name } of listed) shared.add(name);
    for (const name of this.#names) if (!shared.has(name)) mentions.push(this.#named(name, owner.get(name) ?? []));
    for (const phrase of this.#phrases) {
      if (used.has(phrase) || isSecondOffice(this.#tagged, this.#tokens, phrase, mentions)) continue;
      mentions.push(...this.#unnamed(phrase));
    }
    return mentions.sort((a, b) => a.firstToken - b.firstToken);
  }

  /** Two roles of different countries never belong to one name. */
  #clash(a: RolePhrase, b: RolePhrase): boolean {
    const [left] = a.countries;
    const [right] = b.countries;
    return left !== undefined && right !== undefined && left !== right;
  }

  #chained(phrase: RolePhrase, next: RolePhrase, name: NameRun): boolean {
    if (
      this.#clash(phrase, next) ||
      phrase.counterpart ||
      next.joined ||
      (next.rank === 'out' && phrase.rank !== 'out')
    )
      return false;
    let at = phrase.lastToken;
    if (at > next.firstToken) return false;
    // A joiner starts a new person unless both roles stand on the same side of the name and share its country.
    const between = next.firstToken - at;
    if (between === 0) return true;
    const joiner = this.#tagged.joiners.get(at);
    if (joiner !== undefined) at = joiner.lastToken;
    const determiner = this.#tagged.determiners.get(at);
    if (determiner !== undefined) return false;
    return at === next.firstToken && name.firstToken >= next.lastToken && this.#tokens[at - 1]?.folded !== ',';
  }

  /** "his Danish counterpart, the minister of defence, X": the counterpart's own titles and name follow the comma. */
  #apposed(at: number, owner: ReadonlyMap<NameRun, readonly RolePhrase[]>): NameRun | undefined {
    const phrase = this.#phrases[at];
    if (phrase?.counterpart !== true || phrase.plural) return undefined;
    let end = phrase.lastToken;
    for (const next of this.#phrases.slice(at + 1)) {
      if (this.#tokens[end]?.folded !== ',' || next.counterpart || next.bare) return undefined;
      if (next.rank === 'out' && !this.#tagged.honorifics.has(next.firstToken)) return undefined;
      const begin = this.#tagged.determiners.get(end + 1)?.lastToken ?? end + 1;
      if ((next.firstToken !== begin && next.firstToken !== end + 1) || this.#clash(phrase, next)) return undefined;
      const owned = [...owner].find(([, list]) => list.includes(next))?.[0];
      if (owned !== undefined)
        return owned.firstToken >= next.lastToken && owned.lastToken - owned.firstToken > 1 ? owned : undefined;
      end = next.lastToken;
    }
    return undefined;
  }

  /** The name that begins right after a role, over titles (and one comma). */
  #nameAfter(phrase: RolePhrase, comma: boolean): NameRun | undefined {
    let at = phrase.lastToken;
    // "del secretario de Estado de EE.UU., Nombre": the full stop of an abbreviation.
    if (this.#tokens[at]?.folded === '.' && this.#tokens[at + 1]?.folded === ',') at++;
    at = this.#behindAcronym(at);
    const sign = this.#tokens[at]?.folded;
    if (sign === ',' || sign === '(' || sign === ':') {
      if (!comma) return undefined;
      at = this.#behindInstitution(at + 1);
    } else if (comma) return undefined;
    // "رئيس الحكومة والدكتور B": the title opens another person.
    const title = this.#tagged.honorifics.get(at);
    if (this.#tagged.lexicon.pack.clitics && title !== undefined && beginsAnew(this.#tokens[at], title.pattern))
      return undefined;
    at = this.#skipTitles(at);
    return this.#names.find((name) => name.firstToken === at);
  }

  /** "secrétaire général de l'Organisation des Nations unies [(ONU)], X": the short name of a body in brackets. */
  #behindAcronym(at: number): number {
    const [open, word, close] = this.#tokens.slice(at, at + 3);
    if (open?.folded !== '(' || close?.folded !== ')' || word?.kind !== 'word') return at;
    return this.#names.some((name) => name.firstToken <= at + 1 && name.lastToken > at + 1) ? at : at + 3;
  }

  /** "Permanent Secretary, [Ministry of Health,] X": the name of the institution stands between. */
  #behindInstitution(at: number): number {
    if (!this.#tagged.words.some((word) => word.value === 'institution' && word.firstToken === at)) return at;
    for (let i = at + 1; i < at + 10; i++) if (this.#tokens[i]?.folded === ',') return i + 1;
    return at;
  }

  /** The name that ends right before a role, over a comma, a determiner or a relative. */
  #nameBefore(phrase: RolePhrase): NameRun | undefined {
    return this.#names.find((name) => {
      // "Today, the minister …": one capital at the head of a sentence is no name.
      if (name.lastToken - name.firstToken === 1 && this.#opens(name) && !this.#isTitled(name)) return false;
      if (phrase.joined || name.lastToken > phrase.firstToken || phrase.firstToken - name.lastToken > 6) return false;
      let at = name.lastToken;
      let comma = false;
      const sign = this.#tokens[at]?.folded;
      if (sign === ',' || sign === '(' || sign === '-') {
        comma = true;
        at++;
      }
      for (let n = 0; n < 4 && at < phrase.firstToken; n++) {
        const step =
          this.#tagged.relatives.get(at)?.lastToken ??
          (comma || this.#tagged.lexicon.pack.clitics || n > 0
            ? this.#tagged.determiners.get(at)?.lastToken
            : undefined);
        if (step === undefined) break;
        at = step;
      }
      if (at !== phrase.firstToken) return false;
      return comma || this.#tagged.lexicon.pack.clitics || name.lastToken < phrase.firstToken;
    });
  }

  #opens(name: NameRun): boolean {
    const first = this.#tagged.sentence.firstToken;
    return name.firstToken === first || (name.firstToken === first + 1 && this.#tokens[first]?.kind === 'punctuation');
  }

  #isTitled(name: NameRun): boolean {
    for (const honorific of this.#tagged.honorifics.values()) if (honorific.lastToken === name.firstToken) return true;
    return false;
  }

  /** Only commas, "and", titles and articles stand between two tokens. */
  #onlyJoins(from: number, to: number): boolean {
    for (let at = from; at < to; ) {
      const sign = this.#tokens[at]?.folded ?? '';
      const step =
        this.#tagged.honorifics.get(at)?.lastToken ??
        this.#tagged.joiners.get(at)?.lastToken ??
        this.#tagged.determiners.get(at)?.lastToken ??
        this.#tagged.relatives.get(at)?.lastToken ??
        this.#tagged.countryAt.get(at)?.lastToken ??
        (sign === '(' || sign === ')' || sign === ':' || sign === '-' ? at + 1 : undefined);
      if (step === undefined) return false;
      at = Math.max(step, at + 1);
    }
    return true;
  }

  #skipTitles(from: number): number {
    let at = from;
    for (let n = 0; n < 6; n++) {
      const honorific = this.#tagged.honorifics.get(at);
      if (honorific === undefined) return at;
      at = honorific.lastToken;
      if (this.#tokens[at]?.folded === ',') at++;
    }
    return at;
  }

  /** "A et B, presidents of C and D", "les ministres de C et D, A et B": names and countries in the same order. */
  #shareePlural(owner: Map<NameRun, RolePhrase[]>, used: Set<RolePhrase>, out: PersonMention[]): Set<NameRun> {
    const shared = new Set<NameRun>();
    for (const phrase of this.#phrases) {
      if (!phrase.plural || phrase.counterpart) continue;
      const after = this.#nameGroup(phrase.lastToken, 1);
      const before = this.#nameGroup(phrase.firstToken, -1);
      const group = (after.length >= 2 ? after : before).filter((name) => !owner.has(name) && !shared.has(name));
      // Towns of a dateline stand before "the ministers of A, B and C" too.
      const uneven = phrase.countries.length > 1 && phrase.countries.length !== group.length;
      if (group.length < 2 || uneven) continue;
      used.add(phrase);
      group.forEach((name, i) => {
        const country = phrase.countries.length === group.length ? phrase.countries[i] : undefined;
        shared.add(name);
        out.push({
          sentence: this.#index,
          firstToken: name.firstToken,
          lastToken: name.lastToken,
          name,
          roles: [{ ...phrase, plural: false, countries: country === undefined ? [] : [country] }],
          ...(country === undefined ? {} : { country }),
          titled: false,
        });
      });
    }
    return shared;
  }

  /** Names joined by commas and "and" on one side of a token, nearest first within six tokens of each other. */
  #nameGroup(edge: number, direction: 1 | -1): NameRun[] {
    const ordered = direction === 1 ? this.#names : [...this.#names].reverse();
    const group: NameRun[] = [];
    let at = edge;
    for (const name of ordered) {
      const gap = direction === 1 ? name.firstToken - at : at - name.lastToken;
      if (gap < 0) continue;
      const joined = direction === 1 ? this.#onlyJoins(at, name.firstToken) : this.#onlyJoins(name.lastToken, at);
      if (gap > 5 || !joined) break;
      group.push(name);
      at = direction === 1 ? name.lastToken : name.firstToken;
    }
    return direction === 1 ? group : group.reverse();
  }

  #named(name: NameRun, roles: readonly RolePhrase[]): PersonMention {
    const own = roles.flatMap((role) => role.countries)[0];
    const after = own === undefined ? countryAfterName(this.#tagged, this.#tokens, name) : undefined;
    const said =
      own ?? after?.code ?? (roles.length === 0 ? countryBeforeName(this.#tagged, this.#tokens, name) : undefined);
    const first = Math.min(name.firstToken, ...roles.map((role) => role.firstToken));
    const last = Math.max(name.lastToken, after?.lastToken ?? 0, ...roles.map((role) => role.lastToken));
    const titled = this.#isTitled(name);
    const country = said ?? countryOfSide(this.#tagged, this.#tokens, first);
    return {
      sentence: this.#index,
      firstToken: first,
      lastToken: last,
      name,
      roles,
      ...(country === undefined ? {} : { country }),
      titled,
    };
  }

  /** A role without a name; a plural one with two countries is two people. */
  #unnamed(phrase: RolePhrase): PersonMention[] {
    const base = { sentence: this.#index, firstToken: phrase.firstToken, lastToken: phrase.lastToken, titled: false };
    if (phrase.plural && phrase.countries.length >= 2) {
      return phrase.countries.map((country) => ({
        ...base,
        roles: [{ ...phrase, plural: false, countries: [country] }],
        country,
      }));
    }
    const [country] = phrase.countries;
    return [{ ...base, roles: [phrase], ...(country === undefined ? {} : { country }) }];
  }
}
