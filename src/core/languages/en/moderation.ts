import type { ModerationWords } from '../moderation-words.ts';

export const moderationWords: ModerationWords = {
  held: [
    '(idiot|idiots|moron|morons|imbecile*|stupid|dumb)',
    '(bastard|bastards|bitch*|asshole*|arsehole*|scumbag*|piece of shit)',
    '(fuck*|shit|bullshit|wanker*|cunt*)',
    '(whore*|slut*)',
    '(vermin|subhuman*|cockroaches)',
    '(kill|hang|shoot|burn|behead) (him|her|them|you|all)',
    '(should|must|deserve to|deserves to) (die|be killed|be shot|be hanged)',
    'i will (kill|find|hurt) you',
    'go back to your country',
    '(i|we) know where you live',
  ],
  advertising: [
    '(earn|make) (money|cash) (online|fast|from home)',
    'work from home',
    'click (here|the link)',
    'free (money|bitcoin|crypto|trial)',
    '(online casino|sports betting|bet now)',
    '(crypto|bitcoin|forex) (investment|trading|signals)',
    'guaranteed (profit|profits|income|returns)',
    '(cheap|fast) loans',
    '(buy|cheap) (viagra|followers|likes)',
    'contact me on (whatsapp|telegram)',
    '(add|write|text) me on (whatsapp|telegram)',
    '(love|marriage) spell*',
  ],
};
