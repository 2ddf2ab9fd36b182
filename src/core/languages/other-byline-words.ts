/** Byline words of languages without a pack of their own, folded, `|` between phrases. */
export const otherByWords: string =
  'von|veroffentlicht von|geschrieben von|verfasst von|erstellt von|eingestellt von|autor|autorin|autoren|autorinnen|von den autoren|text|interview|gepostet von|di|scritto da|pubblicato da|a cura di|da|publicado por|escrito por|door|geschreven door|av|skriven av|skrevet av|af|skrevet af|kirjoittanut|autorka|autor tekstu|opracowanie|napsal|avtor|pise|szerzo|scris de|autore|autori|autores|autoras|автор|автори|текст|συντακτης|yazan|haber|oleh|penulis|per|מאת|نويسنده|द्वारा|撰文|文|作者|記者|记者|글|기자';
/** Work, not names. */
export const otherJobWords: string =
  'redakteur|redakteurin|chefredakteur|journalistin|autorin|volontar|korrespondent|korrespondentin|reporterin|giornalista|redattore|jornalista|reporter|redator|editora|journalist|redacteur|redaktor|dziennikarz|muhabir|jurnalis|журналист|корреспондент|обозреватель';
/** Signatures of a newsroom. */
export const otherNewsrooms: string =
  'redaktion|die redaktion|onlineredaktion|online redaktion|redazione|la redazione|redacao|da redacao|redactie|redaktionen|redakcja|redakce|redakcija|szerkesztoseg|редакция|редакцiя|συντακτικη ομαδα|haber merkezi|redaksi|tim redaksi|redaccio|編集部|编辑部|편집국';
