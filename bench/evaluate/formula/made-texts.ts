import { type ComparedText, comparedText } from '../../../src/core/compare/compared-text.ts';
import type { Span } from '../../../src/core/model/evidence.ts';
import { tokenize } from '../../../src/core/text/tokens.ts';
import { type Dice, diceOf } from '../../fuzz/dice.ts';

/** A made text with the runs of it that are formula. */
export interface MadeText {
  readonly text: ComparedText;
  readonly formula: readonly Span[];
}

/** Formulas of the trade and words of the day, in our own words. */
const material: Readonly<Record<string, { readonly formulas: readonly string[]; readonly words: string }>> = {
  en: {
    formulas: [
      'Both sides praised the excellent quality of the relations of friendship that unite the two neighbouring countries',
      'They reaffirmed their shared will to strengthen cooperation in every field of common interest',
      'The talks took place in a warm atmosphere that reflects the depth of the historic bonds between the two peoples',
      'The two officials stressed the need to continue coordination and consultation on regional and international questions',
      'They examined ways of widening the partnership and opening new horizons for investment and exchange',
      'The meeting was attended by several senior officials and members of the two delegations',
    ],
    words:
      'the ferry lighthouse engineer winter orchard painted bridge of stolen bicycle teacher and library flooded cellar with violin market salmon glacier telescope a baker marathon tunnel in copper village stadium harvest pigeon to theatre lantern quarry nurse on railway museum volcano chess for garden kettle satellite barn',
  },
  fr: {
    formulas: [
      "Les deux parties ont salué l'excellente qualité des relations d'amitié qui unissent les deux pays voisins",
      "Elles ont réaffirmé leur volonté commune de renforcer la coopération dans tous les domaines d'intérêt partagé",
      'Les entretiens se sont déroulés dans une atmosphère chaleureuse qui reflète la profondeur des liens historiques entre les deux peuples',
      'Les deux responsables ont souligné la nécessité de poursuivre la concertation sur les questions régionales et internationales',
      "Ils ont examiné les moyens d'élargir le partenariat et d'ouvrir de nouveaux horizons aux investissements et aux échanges",
      'La rencontre a eu lieu en présence de plusieurs hauts responsables et de membres des deux délégations',
    ],
    words:
      'le bac phare ingénieur hiver verger peint pont du vélo volé institutrice et bibliothèque cave inondée avec violon marché saumon glacier télescope une boulangère marathon tunnel dans cuivre village stade récolte pigeon sur théâtre lanterne carrière infirmière par chemin musée volcan échecs pour jardin bouilloire satellite grange',
  },
  es: {
    formulas: [
      'Ambas partes celebraron la excelente calidad de las relaciones de amistad que unen a los dos países vecinos',
      'Reafirmaron su voluntad común de reforzar la cooperación en todos los ámbitos de interés compartido',
      'Las conversaciones se desarrollaron en un ambiente cordial que refleja la profundidad de los lazos históricos entre los dos pueblos',
      'Los dos responsables subrayaron la necesidad de mantener la coordinación sobre las cuestiones regionales e internacionales',
      'Examinaron la manera de ampliar la asociación y abrir nuevos horizontes a la inversión y los intercambios',
      'Al encuentro asistieron varios altos cargos y miembros de las dos delegaciones',
    ],
    words:
      'el transbordador faro ingeniero invierno huerto pintado puente de bicicleta robada maestra y biblioteca sótano inundado con violín mercado salmón glaciar telescopio una panadera maratón túnel en cobre aldea estadio cosecha paloma sobre teatro farol cantera enfermera por ferrocarril museo volcán ajedrez para jardín tetera satélite granero',
  },
  ar: {
    formulas: [
      'أشاد الجانبان بالمستوى المتميز لعلاقات الصداقة التي تجمع البلدين الجارين',
      'وأكد الطرفان رغبتهما المشتركة في تعزيز التعاون في جميع المجالات ذات الاهتمام المشترك',
      'وجرت المحادثات في أجواء ودية تعكس عمق الروابط التاريخية القائمة بين الشعبين الشقيقين',
      'وشدد المسؤولان على ضرورة مواصلة التنسيق والتشاور بشأن القضايا الإقليمية والدولية',
      'كما بحثا سبل توسيع الشراكة وفتح آفاق جديدة أمام الاستثمار والتبادل التجاري',
      'وحضر اللقاء عدد من كبار المسؤولين وأعضاء الوفدين المرافقين',
    ],
    words:
      'عبارة منارة مهندس شتاء بستان جسر مطلي من دراجة مسروقة معلمة في مكتبة قبو مغمور مع كمان سوق سلمون جليد تلسكوب خبازة على سباق نفق نحاس قرية ملعب حصاد حمامة عن مسرح فانوس محجر ممرضة قطار متحف بركان شطرنج حديقة إبريق قمر حظيرة',
  },
};

export const languages: readonly string[] = Object.keys(material);

/** Chance that a word of a formula is replaced, left out, or has another put before it, at the first level of edits. */
const editRate = 0.025;

/** Texts of one language: three parts formula, each time edited anew, and two parts news. */
export function makeTexts(language: string, count: number, level: number, seed: number): MadeText[] {
  const { formulas = [], words = '' } = material[language] ?? {};
  const dice = diceOf(seed, level);
  const vocabulary = words.split(' ');
  return Array.from({ length: count }, () => {
    let text = '';
    const formula: Span[] = [];
    for (let i = 0; i < 5; i++) {
      const isFormula = i % 2 === 0;
      const sentence = isFormula
        ? edited(dice.pick(formulas), vocabulary, editRate * level, dice)
        : news(vocabulary, dice);
      const start = text.length;
      text += `${sentence}.`;
      if (isFormula) formula.push({ start, end: text.length });
      text += '\n';
    }
    return { text: comparedText(text, language), formula };
  });
}

function edited(sentence: string, vocabulary: readonly string[], rate: number, dice: Dice): string {
  return tokenize(sentence)
    .flatMap(({ start, end }) => {
      const word = sentence.slice(start, end);
      if (dice.share() < rate) return [dice.pick(vocabulary)];
      if (dice.share() < rate) return [];
      return dice.share() < rate ? [dice.pick(vocabulary), word] : [word];
    })
    .join(' ');
}

function news(vocabulary: readonly string[], dice: Dice): string {
  // Names made from the words: real news has thousands of words, and hardly a pair of them comes back by chance.
  return Array.from({ length: 12 }, () => {
    const word = dice.pick(vocabulary);
    return word.length < 4 ? word : `${word}${dice.pick(vocabulary).slice(0, 3)}`;
  }).join(' ');
}
