import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Entity } from './people/entity.ts';

interface Turns {
  readonly host?: Entity;
  readonly visitor?: Entity;
  readonly initiator?: Entity;
}

/** Who receives, who comes and who calls, as the verb puts it. */
export function hostAndVisitor(
  trigger: Match<Trigger>,
  subject: readonly Entity[],
  object: readonly Entity[],
  actors: readonly Entity[],
): Turns {
  const inverted = subject.length === 0 && trigger.value.subjectAfter === true;
  const left = inverted ? object[0] : subject[0];
  const right = inverted ? object[1] : object[0];
  switch (trigger.value.family) {
    case 'receive':
      return { ...(left === undefined ? {} : { host: left }), ...(right === undefined ? {} : { visitor: right }) };
    case 'received-by': {
      const visitor = left ?? actors.find((actor) => actor !== right);
      return { ...(visitor === undefined ? {} : { visitor }), ...(right === undefined ? {} : { host: right }) };
    }
    case 'call-from':
      return right === undefined ? {} : { initiator: right };
    case 'visit':
    case 'arrive': {
      const visitor = left ?? actors[0];
      return visitor === undefined ? {} : { visitor };
    }
    default:
      return {};
  }
}
