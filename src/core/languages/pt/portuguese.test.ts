import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../../test/helpers/article-of.ts';
import { extractArticle } from '../../extract/extract-article.ts';
import { builtinIdentifier } from '../../language/detect-language.ts';
import { codeRecord } from '../../record/code-record.ts';

const published = '2024-06-12';

/** The main meeting in one line: type, status, day, place, sides with their people, topics, kinds of outcomes. */
function read(paragraphs: readonly string[]): string {
  const record = codeRecord(articleOf({ language: 'pt', paragraphs, published }));
  const main = record.meetings.find((meeting) => meeting.prominence === 'main');
  if (main === undefined) return 'none';
  const sides = main.sides
    .map((side) =>
      `${side.country}: ${side.participants
        .filter((person) => person.capacity === 'principal')
        .map((person) => `${person.name?.full ?? '?'} (${person.roleCode})`)
        .join(', ')}`.trim(),
    )
    .sort();
  const rest = [
    main.topics
      .map((topic) => topic.topic)
      .sort()
      .join(' '),
    main.outcomes.map((outcome) => outcome.kind).join(' '),
  ];
  const where = main.where?.place ?? main.where?.country ?? '-';
  return [`${main.type} ${main.status} ${main.when.edtf ?? '-'} ${where}`, ...sides, ...rest]
    .join(' | ')
    .replace(/[ |]+$/, '');
}

describe('Portuguese, added as data', () => {
  test.each<[text: string[], expected: string]>([
    [
      [
        'O ministro angolano do Interior, Paulo Kiala, reuniu-se na terça-feira, em Luanda, com o seu homólogo português, Rui Teles.',
      ],
      'meeting held 2024-06-11 Luanda | AO: Paulo Kiala (minister:interior) | PT: Rui Teles (minister:interior)',
    ],
    [
      [
        'A ministra da Defesa de Moçambique, Inês Macuácua, recebeu ontem em Maputo o ministro da Defesa da Tanzânia, Juma Mwinyi.',
      ],
      'meeting held 2024-06-11 Maputo | MZ: Inês Macuácua (minister:defence) | TZ: Juma Mwinyi (minister:defence)',
    ],
    [
      ['O presidente brasileiro, Caio Prado, foi recebido hoje em Lisboa pelo presidente português, Nuno Sampaio.'],
      'meeting held 2024-06-12 Lisbon | BR: Caio Prado (president) | PT: Nuno Sampaio (president)',
    ],
    [
      [
        'O chanceler argentino, Bruno Salas, conversou na segunda-feira por telefone com o chanceler brasileiro, Davi Rocha.',
      ],
      'call held 2024-06-10 - | AR: Bruno Salas (minister:foreign_affairs) | BR: Davi Rocha (minister:foreign_affairs)',
    ],
    [
      ['O primeiro-ministro cabo-verdiano, Ivo Tavares, visitará o Senegal na próxima quinta-feira.'],
      'visit planned 2024-06-13 SN | CV: Ivo Tavares (prime_minister) | SN:',
    ],
    [
      ['O ministro francês da Energia, Luc Morel, cancelou a sua visita ao Brasil, anunciou o governo francês.'],
      'visit cancelled - BR | BR: | FR: Luc Morel (minister:energy)',
    ],
    [
      [
        'O ministro dos Negócios Estrangeiros de Portugal, Rui Teles, encontrou-se com a sua homóloga espanhola, Ana Vidal, em Madrid.',
        'Os dois ministros discutiram a migração e o comércio e assinaram um memorando de entendimento.',
      ],
      'meeting held - Madrid | ES: Ana Vidal (minister:foreign_affairs) | PT: Rui Teles (minister:foreign_affairs) | migration trade | signed',
    ],
    [
      [
        'O ministro do Interior do Chile, Mario Leiva, reuniu-se em Brasília com o ministro da Justiça do Brasil, Davi Rocha.',
        'Ambos os ministros acordaram reforçar a luta contra o narcotráfico.',
      ],
      'meeting held - Brasília | BR: Davi Rocha (minister:justice) | CL: Mario Leiva (minister:interior) | trafficking | agreed',
    ],
    [
      [
        'Angola e Namíbia assinaram na sexta-feira, em Windhoek, um acordo sobre pescas, na presença dos ministros Paulo Kiala e Petrus Haufiku.',
      ],
      'signing held 2024-06-07 Windhoek | AO: | NA: | trade | signed',
    ],
    [
      ['O rei de Marrocos, Hassan Alaoui, recebeu em Rabat o presidente da Guiné-Bissau, Braima Djaló.'],
      'meeting held - Rabat | GW: Braima Djaló (president) | MA: Hassan Alaoui (king)',
    ],
    [
      [
        'À margem da cimeira, o ministro timorense da Economia, Zito Soares, reuniu-se em Pequim com o ministro chinês do Comércio, Li Tao.',
      ],
      'meeting held - Beijing | CN: Li Tao (minister:trade) | TL: Zito Soares (minister:finance)',
    ],
    [['O treinador português, Rui Costa Lima, encontrou em Madrid o seu homólogo espanhol, Luis Prado.'], 'none'],
    [['O ministro italiano da Cultura, Paolo Ricci, recebeu um prémio em Lisboa.'], 'none'],
    [['O ministro angolano do Interior, Paulo Kiala, não se reuniu com o seu homólogo português, Rui Teles.'], 'none'],
    [['O governador de Luanda reuniu-se com empresários portugueses.'], 'none'],
    [
      ['A reunião entre o ministro da Defesa do Brasil, Davi Rocha, e o seu homólogo uruguaio, Juan Sosa, foi adiada.'],
      'meeting postponed - - | BR: Davi Rocha (minister:defence) | UY: Juan Sosa (minister:defence)',
    ],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test('the text says its language', () => {
    const text =
      'O ministro do Interior reuniu-se em Luanda com o seu homólogo português. Os dois ministros não falaram aos jornalistas.';
    expect(builtinIdentifier.identify(text).language).toBe('pt');
    const article = extractArticle({ text: `Ministros reúnem-se em Luanda\n\n${text}` }, { id: 'page' });
    expect(article.language.value).toBe('pt');
  });
});
