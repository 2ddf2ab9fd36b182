import type { ModerationWords } from '../moderation-words.ts';

export const moderationWords: ModerationWords = {
  held: [
    '(idiota*|imbecil*|estupid*|tarado*|subnormal*)',
    '(cabron*|gilipollas|hijo de puta|hijos de puta|malnacido*|desgraciado*)',
    '(mierda|joder|jodete|vete a la mierda|carajo)',
    '(puta|putas)',
    '(sabandija*|infrahumano*)',
    '(matar|matad|colgar|fusilar|quemar|degollar) (a|los|las) (todos|todas|estos|esos|ellos)?',
    'merece* (morir|la muerte)',
    '(te|os) (voy|vamos) a (matar|encontrar|reventar)',
    '(vuelve|volved|vete|largate) a tu pais',
    '(yo se|sabemos) donde vives',
  ],
  advertising: [
    '(gana|ganar|gane) dinero (facil|rapido|en linea|desde casa)',
    'trabaj* desde casa',
    '(haz|haga) clic',
    'casino en linea',
    'apuestas (deportivas|en linea)',
    '(inversion|trading|senales) (en|de) (cripto*|bitcoin|forex)',
    '(ganancia*|beneficio*|ingresos) garantizad*',
    '(prestamo|prestamos|credito) (rapido*|inmediato*)',
    '(escribeme|contactame|agregame) (por|al|en) (whatsapp|telegram)',
    '(amarre*|tarot gratis)',
    'dinero facil',
  ],
};
