/** The rows of `newsConcepts` beyond politics, law and trade: health, nature, sport, culture, daily life, common verbs. */
export const newsConceptsOfLife = `
health | sante | salud sanidad | صحة صحي
hospital clinic | hopital clinique | hospital clinica | مستشفى مستشفيات عيادة
doctor physician | medecin docteur | medico doctor | طبيب أطباء دكتور
patient | patient malade | paciente enfermo | مريض مرضى
disease illness sick | maladie malade | enfermedad enfermo | مرض أمراض
virus epidemic pandemic outbreak | virus epidemie pandemie | virus epidemia pandemia brote | فيروس وباء جائحة تفشي
vaccine vaccination | vaccin vaccination vacciner | vacuna vacunacion vacunar | لقاح تطعيم لقاحات
cancer | cancer | cancer | سرطان
drug medicine medication | medicament | medicamento medicina | دواء أدوية
treatment treat therapy | traitement traiter soin | tratamiento tratar terapia | علاج يعالج
heart | coeur | corazon | قلب قلوب
brain | cerveau | cerebro | دماغ مخ
blood | sang | sangre | دم دماء
surgery | chirurgie operation | cirugia operacion | جراحة عملية
baby infant | bebe | bebe | رضيع طفل
child kid children | enfant | nino nina hijo | طفل أطفال
woman women female | femme | mujer | امرأة نساء سيدة مرأة
man men male | homme | hombre | رجل رجال
girl | fille | nina chica muchacha | فتاة بنت فتيات
boy | garcon | nino chico muchacho | صبي ولد فتى
mother | mere | madre | أم والدة
father | pere | padre | أب والد
parent | parent | padres | والدين آباء
family | famille | familia | عائلة أسرة أسر
wife | epouse femme | esposa | زوجة
husband | mari epoux | marido esposo | زوج
son | fils | hijo | ابن نجل
daughter | fille | hija | ابنة
brother | frere | hermano | شقيق أخ
sister | soeur | hermana | شقيقة أخت
friend | ami amie | amigo amiga | صديق أصدقاء
marriage marry wedding married | mariage marier | matrimonio casar boda | زواج زفاف تزوج
divorce | divorce | divorcio | طلاق
birth born | naissance naitre ne | nacimiento nacer | ولادة ميلاد ولد
age old | age vieux ancien | edad viejo anciano | عمر سن قديم عاما
young youth | jeune jeunesse | joven juventud | شاب شباب
life live alive | vie vivre vivant | vida vivir vivo | حياة يعيش حي
school | ecole scolaire | escuela colegio escolar | مدرسة مدارس
university college | universite | universidad | جامعة كلية جامعات
student pupil | etudiant eleve | estudiante alumno | طالب طلاب تلميذ
teacher professor | enseignant professeur | profesor maestro docente | معلم أستاذ مدرس
education teach | education enseigner enseignement | educacion ensenar ensenanza | تعليم تربية
research study | recherche etude etudier | investigacion estudio estudiar | بحث دراسة أبحاث
scientist science researcher | scientifique science chercheur | cientifico ciencia investigador | عالم علماء علم باحث علوم
book | livre | libro | كتاب كتب
author writer write wrote | auteur ecrivain ecrire | autor escritor escribir | كاتب مؤلف يكتب
newspaper press journalist | journal presse journaliste | periodico prensa periodista diario | صحيفة صحافة صحفي صحافي صحف
television broadcast | television diffuser | television emitir | تلفزيون بث قناة
film movie cinema | film cinema | pelicula cine | فيلم سينما أفلام
actor actress | acteur actrice | actor actriz | ممثل ممثلة
music song sing singer | musique chanson chanter chanteur | musica cancion cantar cantante | موسيقى أغنية مغني غناء
concert festival | concert festival | concierto festival | حفل مهرجان
art artist | art artiste | arte artista | فن فنان فنانة
museum | musee | museo | متحف متاحف
culture cultural | culture culturel | cultura cultural | ثقافة ثقافي
award prize win won winner victory | prix gagner remporter victoire gagnant vainqueur | premio ganar victoria ganador | جائزة فوز فاز انتصار جوائز فائز
history historic | histoire historique | historia historico | تاريخ تاريخي
church | eglise | iglesia | كنيسة كنائس
pope | pape | papa | بابا
priest bishop | pretre eveque | sacerdote obispo cura | كاهن قس أسقف
mosque | mosquee | mezquita | مسجد مساجد
religion religious | religion religieux | religion religioso | دين ديني
muslim islam islamic | musulman islam islamique | musulman islam islamico | مسلم إسلام إسلامي
christian | chretien | cristiano | مسيحي
jewish jew | juif | judio | يهودي
football soccer | football foot | futbol | كرة قدم
game match play player | match jeu jouer joueur | partido juego jugar jugador | مباراة لعبة لاعب يلعب مباريات لاعبين
team squad club | equipe club | equipo club | فريق نادي منتخب
coach trainer | entraineur | entrenador | مدرب
league cup championship tournament | ligue coupe championnat tournoi | liga copa campeonato torneo | دوري كأس بطولة
champion | champion | campeon | بطل أبطال
goal score | but marquer score | gol marcar | هدف أهداف سجل
season | saison | temporada | موسم
final | finale | final | نهائي نهائية
race | course | carrera | سباق
olympic | olympique | olimpico | أولمبي
record | record | record | رقم قياسي
fire blaze | incendie feu | incendio fuego | حريق نار حرائق
flood | inondation crue | inundacion | فيضان فيضانات سيول
earthquake quake | seisme tremblement | terremoto sismo | زلزال هزة
storm hurricane typhoon | tempete ouragan typhon cyclone | tormenta huracan tifon | عاصفة إعصار عواصف
tsunami | tsunami | tsunami maremoto | تسونامي
volcano | volcan | volcan | بركان
rain | pluie | lluvia | مطر أمطار
snow | neige | nieve | ثلج ثلوج
weather climate | meteo climat climatique | tiempo clima climatico | طقس مناخ مناخي
heat hot temperature | chaleur chaud temperature | calor caliente temperatura | حرارة حار
water | eau | agua | ماء مياه
sea ocean | mer ocean | mar oceano | بحر محيط
river | fleuve riviere | rio | نهر
island | ile | isla | جزيرة جزر
mountain | montagne | montana | جبل جبال
forest tree | foret arbre | bosque arbol | غابة شجرة غابات أشجار
beach coast | plage cote | playa costa | شاطئ ساحل
environment pollution | environnement pollution | medioambiente ambiental contaminacion | بيئة تلوث بيئي
animal | animal animaux | animal | حيوان حيوانات
dog | chien | perro | كلب كلاب
cat | chat | gato | قطة قط
horse | cheval chevaux | caballo | حصان خيول
fish | poisson peche | pez pescado pesca | سمك أسماك صيد
shark | requin | tiburon | قرش
bear | ours | oso | دب
pig swine pork | porc cochon | cerdo | خنزير خنازير
bird | oiseau | pajaro ave | طائر طيور
car vehicle driver drive | voiture vehicule conducteur conduire automobile | coche carro vehiculo conductor conducir | سيارة مركبة سائق سيارات يقود
road street highway | route rue autoroute | carretera calle autopista | طريق شارع شوارع
accident crash collision | accident collision | accidente choque colision | حادث تصادم تحطم حوادث
train railway rail | train ferroviaire | tren ferroviario | قطار سكة قطارات
bus | bus autobus autocar | autobus | حافلة حافلات
plane aircraft aeroplane airplane flight fly | avion vol voler | avion vuelo volar | طائرة رحلة طيران طائرات
airport | aeroport | aeropuerto | مطار
airline | compagnie aerien | aerolinea | خطوط جوية
pilot | pilote | piloto | طيار
bridge | pont | puente | جسر
building house home | batiment maison immeuble | edificio casa hogar | مبنى منزل بيت منازل مباني
hotel | hotel | hotel | فندق فنادق
restaurant | restaurant | restaurante | مطعم مطاعم
shop store | magasin boutique | tienda | متجر محل متاجر
park garden | parc jardin | parque jardin | حديقة حدائق
tourist tourism travel | touriste tourisme voyage voyager | turista turismo viajar | سائح سياحة سفر سياح
space nasa | espace spatial | espacio espacial | فضاء فضائي
satellite rocket | satellite fusee | satelite cohete | قمر صناعي صاروخ
moon | lune | luna | قمر
sun solar | soleil solaire | sol solar | شمس شمسي
technology digital | technologie numerique | tecnologia digital | تكنولوجيا تقنية رقمي
computer | ordinateur informatique | ordenador computadora informatico | كمبيوتر حاسوب
internet online web | internet ligne web | internet linea web | إنترنت شبكة
phone mobile | telephone mobile | telefono movil | هاتف هواتف
data | donnee donnees | datos | بيانات
hacker cyber hack | pirate cyber piratage | hacker cibernetico | قرصنة إلكتروني سيبراني
robot | robot | robot | روبوت
application app | application | aplicacion | تطبيق
user | utilisateur | usuario | مستخدم
fear afraid | peur crainte craindre | miedo temor temer | خوف يخشى مخاوف
hope | espoir esperer | esperanza esperar | أمل يأمل
love | amour aimer | amor amar | حب يحب
help aid assist | aide aider | ayuda ayudar | مساعدة يساعد مساعدات
support back | soutien soutenir appui | apoyo apoyar | دعم يدعم
call appeal urge | appel appeler | llamada llamar llamamiento | دعوة نداء يدعو اتصال
fight struggle battle | lutte combat lutter bataille | lucha luchar combate batalla | كفاح مكافحة معركة قتال
end finish | fin finir terminer | fin final terminar acabar | نهاية انتهاء ينتهي
begin start launch | debut commencer lancer lancement | comienzo comenzar empezar lanzar inicio | بداية بدء إطلاق يبدأ
open opening | ouvrir ouverture | abrir apertura | افتتاح فتح يفتح
close shut | fermer fermeture | cerrar cierre | إغلاق يغلق
rise increase raise | hausse augmenter augmentation monter | subir aumento aumentar subida alza | ارتفاع زيادة يرتفع
fall decline decrease drop cut | baisse chute baisser reduire | bajar caida caer descenso reducir | انخفاض تراجع يخفض
return | retour revenir retourner | regreso volver regresar | عودة يعود
leave depart | quitter partir depart | dejar salir salida | مغادرة غادر رحيل
arrive arrival | arriver arrivee | llegar llegada | وصول وصل
search seek | recherche chercher | buscar busqueda | بحث يبحث
find found discover discovery | trouver decouvrir decouverte | encontrar descubrir descubrimiento hallar | عثور عثر اكتشاف
rescue save | sauver secours sauvetage | rescatar rescate salvar | إنقاذ ينقذ
escape flee | fuir fuite echapper | huir fuga escapar | هروب فرار يهرب
miss missing disappear | disparaitre disparu disparition | desaparecer desaparecido desaparicion | اختفاء مفقود فقدان
accuse charge allege | accuser accusation | acusar acusacion | اتهام يتهم تهمة
deny reject refuse | nier rejeter refuser | negar rechazar rechazo | نفي رفض ينفي يرفض
warn warning | avertir avertissement alerte | advertir advertencia alerta | تحذير يحذر
ban prohibit | interdire interdiction | prohibir prohibicion | حظر منع
ask question | demander question | pedir preguntar pregunta | سؤال يسأل طلب
answer reply respond | repondre reponse | responder respuesta | رد إجابة
test trial | essai tester epreuve | prueba ensayo | اختبار تجربة
plan project | plan projet | plan proyecto | خطة مشروع خطط مشاريع
decision decide | decision decider | decision decidir | قرار يقرر
change reform | changement changer reforme | cambio cambiar reforma | تغيير إصلاح
sex sexual rape abuse | sexe sexuel viol abus | sexo sexual violacion abuso | جنس جنسي اغتصاب تحرش
drunk alcohol beer wine | ivre alcool biere vin | borracho alcohol cerveza vino | كحول خمر
smoke tobacco cigarette | fumer tabac cigarette | fumar tabaco cigarrillo | تدخين تبغ سجائر
body | corps | cuerpo cadaver | جسد جثة
eye | oeil yeux | ojo | عين عيون
hand | main | mano | يد أيدي
head | tete | cabeza | رأس
face | visage | cara rostro | وجه
skin | peau | piel | جلد بشرة
dress fashion clothes | robe mode vetement | vestido moda ropa | فستان أزياء ملابس موضة
beauty beautiful | beaute beau | belleza bello hermoso | جمال جميل
photo picture image | photo image | foto imagen fotografia | صورة صور
night | nuit | noche | ليل ليلة
morning | matin | manana | صباح
week | semaine | semana | أسبوع أسابيع
month | mois | mes | شهر أشهر
year | an annee | ano | عام سنة سنوات
day | jour journee | dia | يوم أيام
hour | heure | hora | ساعة ساعات
minute | minute | minuto | دقيقة دقائق
century | siecle | siglo | قرن
anniversary birthday | anniversaire | aniversario cumpleanos | ذكرى عيد
black | noir | negro | أسود
white | blanc | blanco | أبيض
red | rouge | rojo | أحمر
green | vert | verde | أخضر
blue | bleu | azul | أزرق
first | premier | primero | أول
second | deuxieme second | segundo | ثاني
third | troisieme tiers | tercero | ثالث
half | moitie demi | mitad medio | نصف
two | deux | dos | اثنين اثنان
three | trois | tres | ثلاثة ثلاث
four | quatre | cuatro | أربعة أربع
five | cinq | cinco | خمسة خمس
six | six | seis | ستة ست
seven | sept | siete | سبعة سبع
eight | huit | ocho | ثمانية ثماني
nine | neuf | nueve | تسعة تسع
ten | dix | diez | عشرة عشر
thousand | mille | mil | ألف آلاف
hundred | cent | cien ciento | مئة مائة
new | nouveau nouvelle neuf | nuevo | جديد جديدة
big large great | grand gros | grande gran | كبير كبرى
small little | petit | pequeno | صغير
high | haut eleve | alto | عال مرتفع
strong | fort | fuerte | قوي
public | public | publico | عام عمومي
private | prive | privado | خاص
social | social | social | اجتماعي
poor poverty | pauvre pauvrete | pobre pobreza | فقر فقير
rich wealth | riche richesse | rico riqueza | غني ثروة
member | membre | miembro | عضو أعضاء
group | groupe | grupo | مجموعة جماعة
office | bureau | oficina despacho | مكتب
service | service | servicio | خدمة خدمات
fund | fonds financement | fondo financiacion | صندوق تمويل
land ground | terre terrain | tierra terreno | أرض
church bell | cloche | campana | جرس أجراس
`;
