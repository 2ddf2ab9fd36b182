import type { ModerationWords } from '../moderation-words.ts';

export const moderationWords: ModerationWords = {
  held: [
    '(idiot|idiots|idiote|idiotes|imbecile*|cretin|cretins|abruti*|debile*)',
    '(connard*|connasse*|salaud|salauds|salope*|ordure|ordures|enfoire*)',
    '(merde|encule*|va te faire|nique*|ta gueule)',
    '(putain|putains|pute|putes)',
    '(sous -? homme*|vermine|cafards)',
    'a mort (le|la|les|tous)',
    '(tuer|pendre|fusiller|egorger|bruler) (tous|toutes|ces)',
    '(merite|meritent|doit|doivent) (de|la)? (mourir|mort|crever)',
    'je vais te (tuer|retrouver|casser)',
    '(retourne|rentre|retournez|rentrez) (dans|chez) (ton|toi|votre|vous|pays) pays?',
    '(je sais|on sait) ou tu habites',
  ],
  advertising: [
    "(gagner|gagnez) de l' argent",
    '(travail|travailler|travaillez) (a|depuis) (domicile|chez vous|la maison)',
    '(cliquez|clique) ici',
    '(casino|paris sportifs) en ligne',
    '(investissement|trading|signaux) (crypto|bitcoin|forex)',
    '(profit|revenu|gain|gains|revenus) garanti*',
    '(pret|credit) (rapide|entre particuliers)',
    '(contactez|ecrivez|ajoutez) -? moi sur (whatsapp|telegram)',
    '(marabout*|retour affectif|voyance gratuite)',
    'argent facile',
  ],
};
