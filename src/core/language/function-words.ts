/**
 * The most frequent function words of the languages of the press, folded (no accents). A word in several languages
 * counts for each of them; the rarer it is elsewhere the more it decides.
 */
export const functionWords: Readonly<Record<string, string>> = {
  fr: 'le la les des du de un une et est en au aux que qui dans pour sur par avec son sa ses ce cette il elle ils sont a ont ete pas plus ne se leur leurs nous vous mais ou aussi entre l d qu s n y comme deux selon apres avant sans sous tout tous meme ainsi alors afin lors dont etait etre fait lui',
  en: 'the of and to in a is that for on with as was by at from it he his her they are be has have had which this an its or not their who will been said were but also after about more into would when than during over between two would could should there while where what',
  es: 'el la los las de del un una y en que por para con se su sus al lo es como mas no fue ha han sobre este esta entre tras pero ser sin son desde cuando tambien hasta ante dos segun muy ya hoy durante donde contra anos quien todo todos esto le les ni si o porque',
  pt: 'o os a as de do da dos das um uma e em no na nos nas que por para com se sua seu ao aos mais nao foi como pelo pela entre ser sao tambem apos ate sobre mas ou quando muito ja foram esta este isso ele ela eles depois segundo',
  it: 'il lo la i gli le di del della dei delle un una e in nel nella che per con si non da dal dalla su sul sono come anche piu al alla ha stato tra fra ma o questo questa essere ai alle dopo due suo sua loro ed ad cui ieri gia',
  ca: 'el la els les de del dels un una i en que per amb es al als no ha han mes com aquest aquesta entre ser son pel pels va van tambe fins sobre seva seu perque despres quan molt ja sense on li ho hi avui aixo',
  de: 'der die das und in den von zu mit dem des ist im fur auf ein eine einen einem einer nicht sich auch es an als am aus bei nach wie um er sie wird hat werden war noch uber zum zur vor haben dass oder aber durch nur sind mehr wurde kann',
  nl: 'de het een van en in op te dat die is voor met zijn aan niet er ook als bij door om naar hij ze maar over uit dan nog worden werd heeft hebben was meer tot deze dit kan geen wel',
  ro: 'si in de la cu pe a din care nu este pentru o un ca sa au fost al ale se mai prin cel cea sunt dupa dar sau catre fi lui acest aceasta intre s-a le ce vor va despre pana',
  tr: 've bir bu da de ile icin olarak olan cok daha en gibi kadar sonra ise ama olduğu her ne ya icinde uzerinde tarafından dedi etti oldu var yok yeni turkiye',
  sv: 'och att det som en pa ar av for med till den har de inte om ett han men var jag fran vi kan sig efter nar eller ska aven hon vid mot',
  no: 'og i det som en pa er av for med til den har de ikke om et han men var jeg fra vi kan seg etter nar eller skal ogsa hun ved mot ble vil',
  da: 'og i det som en pa er af for med til den har de ikke om et han men var jeg fra vi kan sig efter nar eller skal ogsa hun ved mod blev vil',
  pl: 'i w na z do nie sie ze to jest o jak ale po od za przez dla tym co byl ma jego przy tego oraz juz tylko',
  id: 'yang dan di dari untuk dengan pada ini itu dalam akan tidak ke oleh juga adalah telah sebagai ada bisa karena saat mereka kami sudah lebih para',
  ar: 'في من علي الي عن ان التي الذي هذا هذه مع بين كما وقد قد ما لا كان كانت بعد قبل خلال حول او ثم و عبر لم لن ذلك تلك هو هي كل اليوم وزير الرييس الذين حيث اي انه انها',
  fa: 'در به از كه و را با اين است براي ان يك خود شد كرد تا هم بر شده مي بود او ما وي گفت كند اند هاي دو',
  ur: 'كي كے كا ميں اور نے سے هے كو پر يه كه هيں اس وه تها بهي جو گيا كيا ايك كر نهيں تو ان',
};
