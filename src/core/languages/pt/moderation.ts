import type { ModerationWords } from '../moderation-words.ts';

export const moderationWords: ModerationWords = {
  held: [
    '(idiota*|imbecil*|estupid*)',
    '(filho da puta|filhos da puta|cabrao|canalha*|desgracado*)',
    '(merda|foda -? se|vai a merda|porra)',
    '(puta|putas|vadia*)',
    'sub -? humano*',
    '(matar|enforcar|fuzilar|queimar) (todos|todas|esses|estes|eles)',
    'merece* (morrer|a morte)',
    'vou te (matar|encontrar)',
    '(volta|volte|voltem) para (o)? (teu|seu) pais',
    'sei onde (moras|mora|voce mora)',
  ],
  advertising: [
    '(ganhe|ganhar|ganha) dinheiro (facil|rapido|online|em casa)',
    'trabalh* (em|a partir de) casa',
    'clique aqui',
    'casino online',
    'apostas (desportivas|esportivas|online)',
    '(investimento|trading|sinais) (em|de) (cripto*|bitcoin|forex)',
    '(lucro*|rendimento*|ganhos) garantid*',
    '(emprestimo*|credito) rapido*',
    '(escreva|fale|contacte) (-? me|comigo)? (no|pelo) (whatsapp|telegram)',
    'dinheiro facil',
  ],
};
