import { newsConceptsOfLife } from './news-concepts-of-life.ts';

/**
 * Common words of the news in English, French, Spanish and Arabic, one idea a row: how words of one language find those
 * of another without a dictionary. Columns are separated by `|`; a column lists single words, the first English one
 * names the idea. Every inflection that a stemmer reaches is left out; irregular ones and broken plurals are written.
 */
const concepts = `
agreement accord deal pact | accord pacte convention entente | acuerdo pacto convenio | اتفاق اتفاقية اتفاقيات ميثاق
talks negotiation negotiate | pourparlers negociations negocier discussions | negociaciones negociar conversaciones | مفاوضات محادثات مباحثات تفاوض
meeting meet met | reunion rencontre rencontrer | reunion encuentro reunir | اجتماع لقاء لقاءات اجتماعات التقى
visit | visite deplacement | visita viaje | زيارة زيارات يزور زار
summit | sommet | cumbre | قمة
minister | ministre | ministro ministra | وزير وزراء وزيرة
ministry | ministere | ministerio | وزارة
government cabinet | gouvernement cabinet | gobierno gabinete | حكومة حكومي
president presidency presidential | president presidente presidence presidentiel | presidente presidenta presidencia presidencial | رئيس رئاسة رئاسي الرئاسية رؤساء
parliament assembly congress lawmaker | parlement assemblee congres depute | parlamento asamblea congreso diputado | برلمان نواب نائب كونغرس الكونجرس
senate senator | senat senateur | senado senador | شيوخ سيناتور
election elect electoral poll | election elire electoral scrutin elu | eleccion elegir electoral comicios | انتخابات انتخاب انتخابي منتخب
vote voter ballot | vote voter electeur | voto votar votacion votante | تصويت صوت ناخب ناخبين اقتراع
referendum | referendum | referendum | استفتاء
campaign | campagne | campana | حملة حملات
candidate nominee | candidat candidature | candidato candidatura | مرشح ترشح مرشحين
party | parti | partido | حزب أحزاب
opposition | opposition opposant | oposicion opositor | معارضة معارض
coalition alliance | coalition alliance | coalicion alianza | ائتلاف تحالف
king royal monarch | roi royal monarque | rey real monarca | ملك ملكي ملوك
queen | reine | reina | ملكة
prince princess | prince princesse | principe princesa | أمير أميرة
law legislation bill | loi legislation | ley legislacion | قانون قوانين تشريع
court tribunal | tribunal cour | tribunal juzgado corte | محكمة محاكم
judge justice | juge justice magistrat | juez jueza justicia magistrado | قاض قاضي قضاة عدالة قضاء
trial prosecute | proces juger | juicio enjuiciar | محاكمة
prosecutor attorney | procureur parquet | fiscal fiscalia | مدعي نيابة المدعي
lawyer | avocat | abogado | محام محامي محامون
sentence convict | condamner condamnation peine | condena condenar sentencia | حكم إدانة أدين
prison jail prisoner inmate | prison detenu prisonnier incarceration | prision carcel preso recluso | سجن سجين سجناء
arrest detain | arreter arrestation interpeller interpellation | detener arrestar detencion arresto detenido | اعتقال اعتقلت توقيف القبض احتجاز
police officer | police policier gendarme | policia agente policial | شرطة شرطي أمن
investigation investigate probe inquiry | enquete enqueter investigation | investigacion investigar | تحقيق تحقيقات يحقق
crime criminal | crime criminel | crimen criminal delito | جريمة جرائم إجرامي
murder homicide | meurtre assassinat homicide assassiner | asesinato asesinar homicidio | قتل جريمة اغتيال
kill killed slain | tuer tue | matar muerto mata | قتل مقتل قتلى يقتل
death die dead fatal | mort mourir deces deceder mortel | muerte morir fallecer mortal fallecimiento | موت وفاة توفي ميت وفيات مصرع
victim casualty | victime | victima | ضحية ضحايا
injure wound hurt | blesser blesse blessure | herido herir lesion lesionado | جرح إصابة أصيب جرحى مصاب إصابات
attack assault | attaque attaquer attentat agression | ataque atacar atentado agresion | هجوم هجمات اعتداء يهاجم
terrorism terrorist terror | terrorisme terroriste | terrorismo terrorista | إرهاب إرهابي
bomb explosion blast explode | bombe explosion exploser | bomba explosion explotar estallido | قنبلة انفجار تفجير انفجارات
shoot shooting gunman gun | fusillade tirer tireur arme | tiroteo disparar tirador pistola arma | إطلاق نار مسلح سلاح
knife stab | couteau poignarder | cuchillo apunalar | سكين طعن
weapon arms missile | arme armement missile | arma armamento misil | سلاح أسلحة صاروخ صواريخ
war conflict | guerre conflit | guerra conflicto | حرب نزاع صراع حروب
army military soldier troop | armee militaire soldat troupe | ejercito militar soldado tropa | جيش عسكري جندي جنود قوات
navy ship vessel boat | marine navire bateau | marina buque barco nave | بحرية سفينة سفن قارب زورق
peace ceasefire truce | paix treve | paz tregua | سلام هدنة
security | securite | seguridad | أمن أمني
threat threaten | menace menacer | amenaza amenazar | تهديد يهدد
hostage kidnap abduct | otage enlever enlevement | rehen secuestrar secuestro | رهينة رهائن خطف اختطاف
border frontier | frontiere | frontera | حدود حدودي
migrant migration refugee immigrant | migrant migration refugie immigre | migrante migracion refugiado inmigrante | مهاجر مهاجرين هجرة لاجئ لاجئين
smuggle traffic drug | trafic drogue contrebande stupefiant | trafico droga contrabando narcotrafico | تهريب مخدرات اتجار
nuclear atomic | nucleaire atomique | nuclear atomico | نووي نووية
sanction embargo | sanction embargo | sancion embargo | عقوبات عقوبة حظر
embassy ambassador diplomat diplomatic | ambassade ambassadeur diplomate diplomatique | embajada embajador diplomatico | سفارة سفير دبلوماسي سفراء
foreign overseas | etranger exterieur | extranjero exterior | خارجية أجنبي خارجي
interior home | interieur | interior | داخلية داخلي
defence defense | defense | defensa | دفاع
cooperation partnership partner | cooperation partenariat partenaire | cooperacion asociacion socio | تعاون شراكة شريك
relation ties | relation lien | relacion vinculo lazo | علاقة علاقات روابط
delegation | delegation | delegacion | وفد وفود
statement declare announce | declaration declarer annoncer annonce communique | declaracion declarar anunciar anuncio comunicado | بيان تصريح أعلن إعلان صرح
spokesman spokesperson spokeswoman | porteparole | portavoz vocero | متحدث ناطق
protest demonstrate demonstration rally | manifestation manifester protester | protesta protestar manifestacion manifestante | احتجاج مظاهرة احتجاجات تظاهر متظاهر
strike walkout | greve | huelga paro | إضراب
riot unrest clash | emeute affrontement heurt | disturbio enfrentamiento choque | شغب اشتباكات اشتباك
coup putsch | putsch coup | golpe | انقلاب
corruption bribe fraud | corruption fraude | corrupcion soborno fraude | فساد رشوة احتيال
scandal | scandale | escandalo | فضيحة
resign resignation quit | demission demissionner | dimision dimitir renuncia renunciar | استقالة يستقيل استقال
dismiss sack fire | limoger licencier renvoyer | despedir destituir | إقالة أقال طرد
appoint appointment nominate | nommer nomination | nombrar nombramiento | تعيين عين ترشيح
leader chief head | chef dirigeant leader | lider dirigente jefe | زعيم قائد قادة
country nation national | pays nation national | pais nacion nacional | بلد دولة وطني دول
state | etat | estado | دولة ولاية
city town | ville | ciudad pueblo | مدينة بلدة مدن
village | village | aldea pueblo | قرية قرى
region province | region province | region provincia | منطقة إقليم محافظة
capital | capitale | capital | عاصمة
mayor | maire | alcalde alcaldesa | عمدة بلدية
council | conseil | consejo ayuntamiento | مجلس
committee commission | comite commission | comite comision | لجنة لجان مفوضية
union | union | union | اتحاد نقابة
nations | nations | naciones | أمم المتحدة
human rights | humain droit droits | humano derecho derechos | حقوق إنسان بشري
freedom liberty free | liberte libre | libertad libre | حرية حر
independence | independance | independencia | استقلال
citizen | citoyen | ciudadano | مواطن مواطنين
people population | peuple population gens | pueblo poblacion gente | شعب سكان ناس
world global international | monde mondial international | mundo mundial internacional | عالم عالمي دولي
east eastern | est orient | este oriental oriente | شرق شرقي
west western | ouest occident occidental | oeste occidente occidental | غرب غربي
north northern | nord | norte | شمال شمالي
south southern | sud | sur | جنوب جنوبي
european europe | europe europeen | europa europeo | أوروبا أوروبي
african africa | afrique africain | africa africano | إفريقيا أفريقيا إفريقي أفريقي
economy economic | economie economique | economia economico | اقتصاد اقتصادي
market | marche | mercado | سوق أسواق
stock share | action bourse | accion bolsa | سهم أسهم بورصة
bank | banque bancaire | banco bancario | بنك مصرف بنوك
money currency | argent monnaie devise | dinero moneda divisa | مال عملة نقود أموال
price cost | prix cout couter | precio coste costo | سعر أسعار تكلفة
rate interest | taux | tasa tipo | معدل فائدة
tax tariff | impot taxe tarif | impuesto arancel | ضريبة ضرائب رسوم
budget | budget | presupuesto | ميزانية موازنة
debt loan | dette pret | deuda prestamo | دين ديون قرض
trade commerce | commerce commercial | comercio comercial | تجارة تجاري
export | exportation exporter | exportacion exportar | صادرات تصدير
import | importation importer | importacion importar | واردات استيراد
company firm business | entreprise societe compagnie | empresa compania negocio | شركة شركات مؤسسة أعمال
industry factory plant | industrie usine | industria fabrica planta | صناعة مصنع مصانع
invest investment investor | investir investissement investisseur | invertir inversion inversor | استثمار مستثمر استثمارات
sale sell sold | vente vendre | venta vender | بيع مبيعات يبيع
buy purchase acquire bought | achat acheter acquerir | comprar compra adquirir | شراء يشتري استحواذ
profit earnings revenue | benefice profit revenu | beneficio ganancia ingreso | ربح أرباح إيرادات
loss lose lost | perte perdre | perdida perder | خسارة خسائر يخسر
growth grow | croissance croitre | crecimiento crecer | نمو ينمو
crisis | crise | crisis | أزمة أزمات
job employment employee work worker | emploi employe travail travailleur ouvrier | empleo empleado trabajo trabajador obrero | عمل وظيفة عامل عمال وظائف موظف
unemployment | chomage chomeur | desempleo paro | بطالة
salary wage | salaire | salario sueldo | راتب أجر أجور رواتب
oil crude petroleum | petrole petrolier | petroleo crudo petrolero | نفط نفطي
gas | gaz | gas | غاز
energy power | energie | energia | طاقة
electricity | electricite electrique | electricidad electrico | كهرباء كهربائي
gold | or | oro | ذهب
agriculture farm farmer | agriculture agriculteur ferme agricole | agricultura agricultor granja agricola | زراعة مزارع مزرعة فلاح
food | nourriture alimentaire aliment | comida alimento alimentario | غذاء طعام
million | million | millon | مليون ملايين
billion | milliard | milmillones | مليار مليارات
dollar | dollar | dolar | دولار
euro | euro | euro | يورو
pound sterling | livre | libra | جنيه استرليني
`;

/** Rows of `[en, fr, es, ar]`, each a list of words. */
export type ConceptRow = readonly [
  en: readonly string[],
  fr: readonly string[],
  es: readonly string[],
  ar: readonly string[],
];

export const newsConcepts: readonly ConceptRow[] = `${concepts}\n${newsConceptsOfLife}`.split('\n').flatMap((line) => {
  const [en, fr, es, ar] = line.split('|').map((cell) => cell.split(' ').filter((word) => word !== ''));
  return en === undefined || fr === undefined || es === undefined || ar === undefined
    ? []
    : [[en, fr, es, ar] as const];
});
