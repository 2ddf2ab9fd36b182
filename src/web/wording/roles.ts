import type { Participant } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';

/** Public office in the language of the interface; as the text wrote it when the code has no word here. */
export function roleText(office: Pick<Participant, 'roleCode' | 'roleText'>, tr: Translator): string {
  const [head = '', portfolio] = office.roleCode.split(':');
  const role = tr.maybe(`role.${head}`);
  if (role === undefined) return clipText(office.roleText, 120);
  if (portfolio === undefined) return role;
  const field = tr.maybe(`portfolio.${portfolio}`);
  return field === undefined ? clipText(office.roleText, 120) || role : tr.t('role.with', { role, portfolio: field });
}

/** Whether the office had to be shown in the words of the page, whose language may be another. */
export function roleIsAsWritten(office: Pick<Participant, 'roleCode'>, tr: Translator): boolean {
  const [head = '', portfolio] = office.roleCode.split(':');
  if (tr.maybe(`role.${head}`) === undefined) return true;
  return portfolio !== undefined && tr.maybe(`portfolio.${portfolio}`) === undefined;
}
