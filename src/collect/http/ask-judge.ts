import { createHmac } from 'node:crypto';

export interface JudgeOptions {
  /** Where the question is sent by POST. */
  readonly address: string;
  /** Both sides know it. */
  readonly secret: string;
  readonly now: () => Date;
  /** @default 2000 */
  readonly timeoutMs?: number;
}

export interface JudgeReason {
  readonly phase: string;
  readonly reason: string;
  readonly text?: string;
}

const phase = 'outside';
const longestAnswer = 16 * 1024;
const mostReasons = 5;

/**
 * Asks another program whether a text may be shown. The question is JSON, signed with the time of sending:
 * `X-Rapporteur-Signature: t=SECONDS,v1=HMAC-SHA256("SECONDS.BODY")`. The answer is `{"hold": false}`, or
 * `{"hold": true, "reasons": ["…"]}`. What does not answer in time, or not like that, has not said that it may be shown:
 * a person looks.
 */
export function createJudge({ address, secret, now, timeoutMs = 2_000 }: JudgeOptions) {
  return async (question: object): Promise<readonly JudgeReason[]> => {
    const body = JSON.stringify({ schema: 'rapporteur.question/1', ...question });
    const seconds = Math.floor(now().getTime() / 1_000);
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    try {
      const response = await fetch(address, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'content-type': 'application/json', 'x-rapporteur-signature': `t=${seconds},v1=${signature}` },
        body,
      });
      if (response.status !== 200) return [{ phase, reason: 'outside-silent' }];
      return reasonsOf(JSON.parse((await response.text()).slice(0, longestAnswer)));
    } catch {
      return [{ phase, reason: 'outside-silent' }];
    }
  };
}

function reasonsOf(answer: unknown): readonly JudgeReason[] {
  if (typeof answer !== 'object' || answer === null || !('hold' in answer) || typeof answer.hold !== 'boolean')
    return [{ phase, reason: 'outside-silent' }];
  if (!answer.hold) return [];
  const said = 'reasons' in answer && Array.isArray(answer.reasons) ? answer.reasons : [];
  const texts = said.filter((text): text is string => typeof text === 'string').slice(0, mostReasons);
  if (texts.length === 0) return [{ phase, reason: 'outside' }];
  return texts.map((text) => ({ phase, reason: 'outside', text: text.slice(0, 200) }));
}
