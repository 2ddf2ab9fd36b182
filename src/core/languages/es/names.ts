import { words } from '../entry.ts';
import type { NamePack } from '../language-pack.ts';

/** Spanish words in, before and around names of people. */
export const spanishNames: NamePack = {
  honorifics: [
    'sr',
    'sr .',
    'sra',
    'sra .',
    'don',
    'dona',
    'd .',
    'dª',
    'senor',
    'senora',
    's . e .',
    's . m .',
    'su majestad',
    'su excelencia',
    'su alteza',
    'general',
    'almirante',
    'jeque',
    'doctor',
    'doctora',
    'dr',
    'dr .',
    'ing',
    'ing .',
    'lic',
    'lic .',
    'coronel',
    'g / d',
    'general en jefe',
    '(senador|senadora)',
    'ciudadano',
    'comandante',
    'general (de division|de brigada|de ejercito|del aire)',
    '(mayor|teniente) general',
    'teniente coronel',
    '(contralmirante|vicealmirante)',
    'capitan (de navio)?',
    '(licenciado|licenciada|ingeniero|ingeniera)',
  ],
  articles: words('al el'),
  particles: words(`
    uld ould de del la las los bin ben al el ibn von van der da dos do di san
  `),
  stops: words(`
    centro instituto agencia oficina gabinete
    el la los las un una este esta estos su sus en por para con al del a y pero segun tras durante ante desde sobre
    entre asimismo ambos ambas ademas junto lo le se ha han gobierno ministerio ministro ministra ministros
    presidente presidenta presidentes republica reino estado estados unidos unido unidas rey reina jefe consejo
    asamblea parlamento senado union europea naciones onu ue otan palacio casa cumbre declaracion acuerdo grupo
    copa conferencia comite comision organizacion agencia direccion africa europa sahara sahel magreb america
    latina caribe interior asuntos exteriores relaciones defensa justicia lunes martes miercoles jueves viernes
    sabado domingo enero febrero marzo abril mayo junio agosto septiembre setiembre octubre noviembre
    diciembre reunion encuentro visita cooperacion comunicado twitter facebook foto video majestad alteza
    excelencia emir canciller cancilleria cancilleres secretario secretaria general comunidad andina oriental frente
    polisario recibe guardia civil mar estrecho abr ene feb jun jul ago sep oct nov dic publicidad alto nivel
  `),
  ends: [],
};
