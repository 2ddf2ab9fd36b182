import type { Settings } from '../config.ts';
import { RapporteurError } from '../errors.ts';
import type { Mail } from '../web/account/door.ts';

/**
 * Sends letters by the server of the settings; absent without one.
 * @throws RapporteurError `usage` when the sender or the address of the site is missing: links must lead somewhere
 */
export async function openMail(
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'publicUrl'>,
): Promise<((mail: Mail) => Promise<void>) | undefined> {
  const { smtpUrl, mailFrom, publicUrl } = settings;
  if (smtpUrl === undefined) return undefined;
  if (mailFrom === undefined || publicUrl === undefined)
    throw new RapporteurError('usage', 'RAPPORTEUR_SMTP_URL needs RAPPORTEUR_MAIL_FROM and RAPPORTEUR_PUBLIC_URL.');
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(smtpUrl, { from: mailFrom });
  return async ({ to, subject, text }) => {
    // As an object the address is one address, whatever stands in it.
    await transport.sendMail({ to: { name: '', address: to }, subject, text });
  };
}

/** The public address of the site, checked. */
export function siteAddressOf({ publicUrl }: Pick<Settings, 'publicUrl'>): string | undefined {
  if (publicUrl === undefined) return undefined;
  if (!URL.canParse(publicUrl) || !/^https?:$/.test(new URL(publicUrl).protocol))
    throw new RapporteurError(
      'usage',
      'RAPPORTEUR_PUBLIC_URL must be an address that begins with https:// or http://.',
    );
  return new URL(publicUrl).origin;
}
