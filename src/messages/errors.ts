import type { ErrorCode } from '../errors.ts';

/** Languages in which the product speaks to people. */
export type MessageLanguage = 'fr' | 'en' | 'es' | 'ar';

type Sentences = Readonly<Record<MessageLanguage, string>>;

/** What each code says to a person: what happened and, where there is something to do, what to do. */
export const errorSentences: Readonly<Record<ErrorCode, Sentences>> = {
  'empty-page': {
    en: 'The page is empty: there is nothing to read.',
    fr: 'La page est vide : il n’y a rien à lire.',
    es: 'La página está vacía: no hay nada que leer.',
    ar: 'الصفحة فارغة: لا شيء يُقرأ.',
  },
  'binary-page': {
    en: 'This is not text or HTML (it looks like an image, a PDF, an archive or another binary file).',
    fr: 'Ce n’est ni du texte ni du HTML (on dirait une image, un PDF, une archive ou un autre fichier binaire).',
    es: 'Esto no es texto ni HTML (parece una imagen, un PDF, un archivo comprimido u otro fichero binario).',
    ar: 'هذا ليس نصًا ولا صفحة HTML (يبدو صورة أو ملف PDF أو أرشيفًا أو ملفًا ثنائيًا آخر).',
  },
  'page-too-large': {
    en: 'The page is larger than the limit; raise RAPPORTEUR_MAX_PAGE_MB to read it.',
    fr: 'La page dépasse la taille limite ; augmentez RAPPORTEUR_MAX_PAGE_MB pour la lire.',
    es: 'La página supera el tamaño límite; aumente RAPPORTEUR_MAX_PAGE_MB para leerla.',
    ar: 'الصفحة أكبر من الحد المسموح؛ ارفع قيمة RAPPORTEUR_MAX_PAGE_MB لقراءتها.',
  },
  'encoding-guessed': {
    en: 'The page does not say in which encoding it is written; the most likely one was used.',
    fr: 'La page n’indique pas son encodage ; le plus probable a été utilisé.',
    es: 'La página no indica su codificación; se ha usado la más probable.',
    ar: 'لا تذكر الصفحة ترميزها؛ استُعمل الترميز الأرجح.',
  },
  'encoding-errors': {
    en: 'Some characters could not be decoded and are shown as �.',
    fr: 'Certains caractères n’ont pas pu être décodés et sont affichés par �.',
    es: 'Algunos caracteres no se pudieron descodificar y aparecen como �.',
    ar: 'تعذّر فك ترميز بعض الحروف وتظهر بالرمز �.',
  },
  'html-truncated': {
    en: 'The HTML stops in the middle: what was there has been read, the rest is missing.',
    fr: 'Le HTML s’arrête au milieu : ce qui était là a été lu, le reste manque.',
    es: 'El HTML se corta a la mitad: se ha leído lo que había, falta el resto.',
    ar: 'ينقطع HTML في منتصفه: قُرئ ما كان موجودًا والباقي ناقص.',
  },
  'not-an-article': {
    en: 'No article was found on this page (a list, a form or a home page, perhaps).',
    fr: 'Aucun article n’a été trouvé sur cette page (une liste, un formulaire ou une page d’accueil, peut-être).',
    es: 'No se ha encontrado ningún artículo en esta página (quizá una lista, un formulario o una portada).',
    ar: 'لم يُعثر على مقال في هذه الصفحة (ربما قائمة أو استمارة أو صفحة رئيسية).',
  },
  'language-unknown': {
    en: 'The language of the page could not be told; no facts were read from it.',
    fr: 'La langue de la page n’a pas pu être reconnue ; aucun fait n’en a été tiré.',
    es: 'No se ha podido reconocer el idioma de la página; no se ha leído ningún hecho.',
    ar: 'تعذّر التعرف على لغة الصفحة؛ لم تُستخرج منها أي وقائع.',
  },
  'language-unsupported': {
    en: 'The page is in a language that Rapporteur keeps and searches but does not read facts from.',
    fr: 'La page est dans une langue que Rapporteur conserve et indexe, mais dont il ne tire pas de faits.',
    es: 'La página está en un idioma que Rapporteur conserva y busca, pero del que no lee hechos.',
    ar: 'الصفحة بلغة يحفظها Rapporteur ويبحث فيها لكنه لا يستخرج منها الوقائع.',
  },
  'no-body': {
    en: 'A title was found, but no text of an article below it.',
    fr: 'Un titre a été trouvé, mais aucun texte d’article.',
    es: 'Se ha encontrado un título, pero ningún texto de artículo.',
    ar: 'عُثر على عنوان دون نص مقال.',
  },
  'page-too-heavy': {
    en: 'Reading the page took too much time or memory and was stopped; its bytes are kept.',
    fr: 'La lecture de la page demandait trop de temps ou de mémoire et a été arrêtée ; ses octets sont conservés.',
    es: 'Leer la página exigía demasiado tiempo o memoria y se ha detenido; sus bytes se conservan.',
    ar: 'تطلّبت قراءة الصفحة وقتًا أو ذاكرة أكثر مما يجوز فأُوقفت؛ بايتاتها محفوظة.',
  },
  'text-cut': {
    en: 'The text is very long: only its beginning was read.',
    fr: 'Le texte est très long : seul son début a été lu.',
    es: 'El texto es muy largo: solo se ha leído el principio.',
    ar: 'النص طويل جدًا: قُرئت بدايته فقط.',
  },
  usage: {
    en: 'The command was not understood; see --help.',
    fr: 'La commande n’a pas été comprise ; voir --help.',
    es: 'No se ha entendido la orden; véase --help.',
    ar: 'لم يُفهم الأمر؛ انظر ‎--help.',
  },
  'file-not-found': {
    en: 'There is no such file or folder.',
    fr: 'Ce fichier ou dossier n’existe pas.',
    es: 'No existe ese fichero o carpeta.',
    ar: 'لا يوجد ملف أو مجلد بهذا الاسم.',
  },
  'file-unwritable': {
    en: 'The file cannot be written; check that its folder exists and may be written.',
    fr: 'Le fichier ne peut pas être écrit ; vérifiez que son dossier existe et qu’on peut y écrire.',
    es: 'No se puede escribir el fichero; compruebe que su carpeta existe y admite escritura.',
    ar: 'تتعذّر كتابة الملف؛ تحقق من وجود مجلده ومن إمكان الكتابة فيه.',
  },
  'file-unreadable': {
    en: 'The file cannot be read; check its permissions.',
    fr: 'Le fichier ne peut pas être lu ; vérifiez ses droits d’accès.',
    es: 'No se puede leer el fichero; compruebe sus permisos.',
    ar: 'تتعذّر قراءة الملف؛ تحقق من أذوناته.',
  },
  'json-invalid': {
    en: 'This is not a page in JSON: an object with "html" or "text" is expected (and "id", "url" if known).',
    fr: 'Ce n’est pas une page en JSON : un objet avec « html » ou « text » est attendu (et « id », « url » s’ils sont connus).',
    es: 'Esto no es una página en JSON: se espera un objeto con «html» o «text» (y «id», «url» si se conocen).',
    ar: 'هذه ليست صفحة بصيغة JSON: المنتظر كائن فيه "html" أو "text" (و"id" و"url" إن عُرفا).',
  },
  'record-broken': {
    en: 'A part of this file is damaged or cut off: what is whole was read, this part is missing.',
    fr: 'Une partie de ce fichier est abîmée ou coupée : ce qui est entier a été lu, cette partie manque.',
    es: 'Una parte de este fichero está dañada o cortada: se ha leído lo que está entero, falta esta parte.',
    ar: 'جزء من هذا الملف تالف أو مقطوع: قُرئ ما هو سليم، وهذا الجزء ناقص.',
  },
  'revisit-unresolved': {
    en: 'This capture only points to an earlier one that is not here; import the archive that holds that one, then use --retry-failed.',
    fr: 'Cette capture renvoie à une capture antérieure qui n’est pas ici ; importez l’archive qui la contient, puis utilisez --retry-failed.',
    es: 'Esta captura solo remite a otra anterior que no está aquí; importe el archivo que la contiene y use --retry-failed.',
    ar: 'هذه اللقطة تحيل فقط إلى لقطة سابقة غير موجودة هنا؛ استورد الأرشيف الذي يحويها ثم استعمل ‎--retry-failed.',
  },
  'packing-unsupported': {
    en: 'This is packed in a way that this version of Node cannot unpack (zstd needs Node 22.15 or newer); unpack it first.',
    fr: 'C’est compressé d’une façon que cette version de Node ne sait pas lire (zstd demande Node 22.15 ou plus récent) ; décompressez d’abord.',
    es: 'Está comprimido de un modo que esta versión de Node no sabe leer (zstd requiere Node 22.15 o posterior); descomprímalo antes.',
    ar: 'هذا مضغوط بطريقة لا يفكّها إصدار Node هذا (يتطلب zstd الإصدار 22.15 أو أحدث)؛ فكّ ضغطه أولًا.',
  },
  'wacz-damaged': {
    en: 'This WACZ, or a file inside it, is not as it was written; what is whole in it was read. Fetch it again if you can.',
    fr: 'Ce WACZ, ou un fichier qu’il contient, n’est plus tel qu’il a été écrit ; ce qui est entier a été lu. Récupérez-le de nouveau si possible.',
    es: 'Este WACZ, o un fichero que contiene, no está como se escribió; se ha leído lo que está entero. Obténgalo de nuevo si puede.',
    ar: 'ملف WACZ هذا، أو ملف بداخله، ليس كما كُتب؛ قُرئ ما هو سليم منه. احصل عليه من جديد إن أمكن.',
  },
  'profile-invalid': {
    en: 'The profile cannot be used as it is written; what to change is named.',
    fr: 'Le profil ne peut pas être utilisé tel qu’il est écrit ; ce qu’il faut changer est indiqué.',
    es: 'El perfil no se puede usar tal como está escrito; se indica qué hay que cambiar.',
    ar: 'لا يمكن استعمال ملف التعريف كما هو مكتوب؛ وقد ذُكر ما يجب تغييره.',
  },
  'lexicon-invalid': {
    en: 'The lexicon pack cannot be used as it is; what is wrong is named.',
    fr: 'Le lexique ne peut pas être utilisé tel quel ; ce qui ne va pas est indiqué.',
    es: 'El léxico no se puede usar tal como está; se indica qué falla.',
    ar: 'لا يمكن استعمال المعجم كما هو؛ وقد ذُكر موضع الخطأ.',
  },
  'address-refused': {
    en: 'This address is not fetched: it is no public web address. For one of your own network add --allow-private.',
    fr: 'Cette adresse n’est pas demandée : ce n’est pas une adresse publique du web. Pour votre propre réseau, ajoutez --allow-private.',
    es: 'Esta dirección no se pide: no es una dirección pública de la web. Para su propia red añada --allow-private.',
    ar: 'لا يُطلب هذا العنوان: ليس عنوانًا عامًا على الويب. لعنوان في شبكتك أضف ‎--allow-private.',
  },
  'fetch-failed': {
    en: 'The page could not be fetched; save it in a browser and read the file, or try again later.',
    fr: 'La page n’a pas pu être obtenue ; enregistrez-la dans un navigateur et lisez le fichier, ou réessayez plus tard.',
    es: 'No se ha podido obtener la página; guárdela en un navegador y lea el fichero, o inténtelo más tarde.',
    ar: 'تعذّر جلب الصفحة؛ احفظها في متصفح واقرأ الملف، أو أعد المحاولة لاحقًا.',
  },
  'robots-refused': {
    en: 'The site asks robots not to fetch this address (robots.txt); it is left alone.',
    fr: 'Le site demande aux robots de ne pas prendre cette adresse (robots.txt) ; elle est laissée de côté.',
    es: 'El sitio pide a los robots que no tomen esta dirección (robots.txt); se deja en paz.',
    ar: 'يطلب الموقع من الروبوتات ألا تجلب هذا العنوان (robots.txt)؛ لذلك تُرك.',
  },
  'outlet-blocks': {
    en: 'The outlet refuses automatic visits; save its pages in a browser and import them, or ask the outlet.',
    fr: 'Le média refuse les visites automatiques ; enregistrez ses pages dans un navigateur et importez-les, ou demandez-lui.',
    es: 'El medio rechaza las visitas automáticas; guarde sus páginas en un navegador e impórtelas, o pregunte al medio.',
    ar: 'ترفض الوسيلة الزيارات الآلية؛ احفظ صفحاتها في متصفح واستوردها، أو اسأل الوسيلة.',
  },
  'page-gone': {
    en: 'The page is no longer there (404 or 410); what was archived of it is kept.',
    fr: 'La page n’existe plus (404 ou 410) ; ce qui en a été archivé est gardé.',
    es: 'La página ya no está (404 o 410); lo que se archivó de ella se conserva.',
    ar: 'لم تعد الصفحة موجودة (404 أو 410)؛ ويُحتفظ بما أُرشف منها.',
  },
  'feed-unreadable': {
    en: 'The address answers, but with nothing that can be followed: neither a feed, a sitemap nor a page with links to articles.',
    fr: 'L’adresse répond, mais sans rien que l’on puisse suivre : ni flux, ni plan du site, ni page avec des liens vers des articles.',
    es: 'La dirección responde, pero sin nada que se pueda seguir: ni canal, ni mapa del sitio, ni página con enlaces a artículos.',
    ar: 'يجيب العنوان، لكن بلا شيء يمكن متابعته: لا خلاصة ولا خريطة موقع ولا صفحة بروابط مقالات.',
  },
  'feed-cut': {
    en: 'The feed holds more items than are read at one visit: its first ones were taken, the others were not.',
    fr: 'Le flux contient plus d’articles qu’on n’en lit à chaque visite : les premiers ont été pris, les autres non.',
    es: 'El canal contiene más artículos de los que se leen en cada visita: se han tomado los primeros, los demás no.',
    ar: 'في الخلاصة مواد أكثر مما يُقرأ في زيارة واحدة: أُخذت المواد الأولى دون غيرها.',
  },
  'feed-broken': {
    en: 'The feed is damaged: what could be read of it was taken, something may be missing. Tell the outlet if it stays so.',
    fr: 'Le flux est abîmé : ce qui a pu être lu a été pris, il peut manquer quelque chose. Prévenez le média si cela dure.',
    es: 'El canal está dañado: se ha tomado lo que se ha podido leer, puede faltar algo. Avise al medio si continúa así.',
    ar: 'الخلاصة تالفة: أُخذ ما أمكنت قراءته وقد ينقص شيء. أبلغ الوسيلة إن استمر ذلك.',
  },
  'nothing-to-collect': {
    en: 'No outlet is followed yet; add one with "rapporteur outlets add ADDRESS".',
    fr: 'Aucun média n’est encore suivi ; ajoutez-en un avec « rapporteur outlets add ADRESSE ».',
    es: 'Todavía no se sigue ningún medio; añada uno con «rapporteur outlets add DIRECCIÓN».',
    ar: 'لا تُتابَع أي وسيلة بعد؛ أضف واحدة بـ ‎"rapporteur outlets add ADDRESS".',
  },
  'needs-confirmation': {
    en: 'Look at the links that were found and run the same command with --yes, or give the pattern with --links.',
    fr: 'Regardez les liens trouvés et relancez la même commande avec --yes, ou donnez le motif avec --links.',
    es: 'Mire los enlaces encontrados y repita la orden con --yes, o dé el patrón con --links.',
    ar: 'انظر في الروابط التي وُجدت وأعد الأمر نفسه مع ‎--yes، أو أعطِ النمط بـ ‎--links.',
  },
  'data-folder-unwritable': {
    en: 'The data folder cannot be written; choose another with --data or change its permissions.',
    fr: 'Impossible d’écrire dans le dossier de données ; choisissez-en un autre avec --data ou changez ses droits.',
    es: 'No se puede escribir en la carpeta de datos; elija otra con --data o cambie sus permisos.',
    ar: 'تتعذّر الكتابة في مجلد البيانات؛ اختر مجلدًا آخر بـ ‎--data أو غيّر أذوناته.',
  },
  'data-folder-locked': {
    en: 'Another Rapporteur is changing this data folder; wait for it or stop it.',
    fr: 'Un autre Rapporteur modifie ce dossier de données ; attendez-le ou arrêtez-le.',
    es: 'Otro Rapporteur está modificando esta carpeta de datos; espere o deténgalo.',
    ar: 'نسخة أخرى من Rapporteur تغيّر مجلد البيانات هذا؛ انتظرها أو أوقفها.',
  },
  'data-folder-not-empty': {
    en: 'There is an archive here already: nothing was overwritten. Name a new or empty folder with --data.',
    fr: 'Il y a déjà une archive ici : rien n’a été écrasé. Indiquez un dossier nouveau ou vide avec --data.',
    es: 'Aquí ya hay un archivo: no se ha sobrescrito nada. Indique una carpeta nueva o vacía con --data.',
    ar: 'يوجد أرشيف هنا بالفعل: لم يُستبدل شيء. اذكر مجلدا جديدا أو فارغا مع ‎--data.',
  },
  'backup-damaged': {
    en: 'This backup is not whole: something is missing or was changed. Nothing was restored.',
    fr: 'Cette sauvegarde n’est pas entière : quelque chose manque ou a été modifié. Rien n’a été restauré.',
    es: 'Esta copia de seguridad no está completa: falta algo o se ha modificado. No se ha restaurado nada.',
    ar: 'هذه النسخة الاحتياطية ليست كاملة: شيء ما ناقص أو مُغيَّر. لم يُستعد شيء.',
  },
  'database-unreachable': {
    en: 'The database does not answer; check RAPPORTEUR_DATABASE_URL and that the server runs.',
    fr: 'La base de données ne répond pas ; vérifiez RAPPORTEUR_DATABASE_URL et que le serveur tourne.',
    es: 'La base de datos no responde; compruebe RAPPORTEUR_DATABASE_URL y que el servidor esté en marcha.',
    ar: 'قاعدة البيانات لا تجيب؛ تحقق من RAPPORTEUR_DATABASE_URL ومن عمل الخادم.',
  },
  'database-newer': {
    en: 'The archive was made by a newer Rapporteur; update this one to open it.',
    fr: 'L’archive a été faite par un Rapporteur plus récent ; mettez celui-ci à jour pour l’ouvrir.',
    es: 'El archivo fue creado por un Rapporteur más reciente; actualice este para abrirlo.',
    ar: 'أُنشئ الأرشيف بإصدار أحدث من Rapporteur؛ حدّث هذا الإصدار لفتحه.',
  },
  'database-damaged': {
    en: 'The file of the archive is damaged or is no archive; put a copy of it back, or import the pages into another folder with --data.',
    fr: 'Le fichier de l’archive est abîmé ou n’en est pas un ; remettez une copie, ou importez les pages dans un autre dossier avec --data.',
    es: 'El fichero del archivo está dañado o no lo es; restaure una copia o importe las páginas en otra carpeta con --data.',
    ar: 'ملف الأرشيف تالف أو ليس أرشيفًا؛ استرجع نسخة منه أو استورد الصفحات إلى مجلد آخر بـ ‎--data.',
  },
  'database-busy': {
    en: 'The archive is busy with another writer; try again in a moment.',
    fr: 'L’archive est occupée par une autre écriture ; réessayez dans un instant.',
    es: 'El archivo está ocupado por otra escritura; inténtelo de nuevo en un momento.',
    ar: 'الأرشيف مشغول بعملية كتابة أخرى؛ أعد المحاولة بعد لحظة.',
  },
  'disk-full': {
    en: 'The disk is full: nothing was lost, free some space and run the command again.',
    fr: 'Le disque est plein : rien n’est perdu, libérez de la place et relancez la commande.',
    es: 'El disco está lleno: no se ha perdido nada, libere espacio y repita la orden.',
    ar: 'القرص ممتلئ: لم يضِع شيء، حرّر مساحة ثم أعد الأمر.',
  },
  'port-in-use': {
    en: 'Another program listens on this port; choose another with --port.',
    fr: 'Un autre programme écoute sur ce port ; choisissez-en un autre avec --port.',
    es: 'Otro programa escucha en este puerto; elija otro con --port.',
    ar: 'برنامج آخر يستعمل هذا المنفذ؛ اختر منفذًا آخر بـ ‎--port.',
  },
  'not-found': {
    en: 'There is nothing under this name or address.',
    fr: 'Il n’y a rien sous ce nom ou à cette adresse.',
    es: 'No hay nada con ese nombre o en esa dirección.',
    ar: 'لا شيء بهذا الاسم أو في هذا العنوان.',
  },
  'invalid-parameter': {
    en: 'One of the values given does not fit.',
    fr: 'L’une des valeurs données ne convient pas.',
    es: 'Uno de los valores dados no es válido.',
    ar: 'إحدى القيم المعطاة غير مناسبة.',
  },
  'method-not-allowed': {
    en: 'This address is for reading: it takes GET and HEAD only.',
    fr: 'Cette adresse ne sert qu’à lire : elle n’accepte que GET et HEAD.',
    es: 'Esta dirección es solo de lectura: admite únicamente GET y HEAD.',
    ar: 'هذا العنوان للقراءة فقط: لا يقبل سوى GET وHEAD.',
  },
  'too-many-requests': {
    en: 'Too many requests came from this address; wait a little and go on.',
    fr: 'Trop de requêtes sont venues de cette adresse ; attendez un peu avant de continuer.',
    es: 'Han llegado demasiadas peticiones de esta dirección; espere un poco antes de seguir.',
    ar: 'وصل عدد كبير من الطلبات من هذا العنوان؛ انتظر قليلًا ثم تابع.',
  },
  'token-refused': {
    en: 'This address needs a token that is valid for it: "rapporteur tokens add NAME" makes one, to be sent as "Authorization: Bearer …".',
    fr: 'Cette adresse demande un jeton valable pour elle : « rapporteur tokens add NOM » en crée un, à envoyer avec « Authorization: Bearer … ».',
    es: 'Esta dirección necesita una ficha de acceso válida para ella: «rapporteur tokens add NOMBRE» crea una, que se envía con «Authorization: Bearer …».',
    ar: 'يتطلب هذا العنوان رمز وصول صالحًا له: الأمر "rapporteur tokens add NAME" يُنشئ رمزًا يُرسل في "Authorization: Bearer …".',
  },
  'decision-not-applicable': {
    en: 'This decision cannot be applied to the record as it is now.',
    fr: 'Cette décision ne peut pas s’appliquer au registre tel qu’il est.',
    es: 'Esta decisión no se puede aplicar al registro tal como está.',
    ar: 'لا يمكن تطبيق هذا القرار على السجل في حالته الحالية.',
  },
  'sqlite-missing': {
    en: 'The SQLite binding could not be loaded; run "npm rebuild better-sqlite3" (it needs python3, make and g++).',
    fr: 'Le module SQLite n’a pas pu être chargé ; lancez « npm rebuild better-sqlite3 » (il faut python3, make et g++).',
    es: 'No se ha podido cargar el módulo SQLite; ejecute «npm rebuild better-sqlite3» (requiere python3, make y g++).',
    ar: 'تعذّر تحميل وحدة SQLite؛ نفّذ "npm rebuild better-sqlite3" (تحتاج إلى python3 وmake وg++).',
  },
  'worker-lost': {
    en: 'The worker that did this ended without a word (killed, or its machine stopped); it is tried again.',
    fr: 'Le processus qui s’en chargeait s’est arrêté sans prévenir (tué, ou machine éteinte) ; un nouvel essai aura lieu.',
    es: 'El proceso que lo hacía terminó sin avisar (lo mataron o se apagó la máquina); se intenta de nuevo.',
    ar: 'انتهت العملية التي كانت تنفذ هذا دون إنذار (أُوقفت أو توقف جهازها)؛ ستُعاد المحاولة.',
  },
  'import-interrupted': {
    en: 'Stopped before the end: what was read is kept, run the same command again to go on.',
    fr: 'Arrêté avant la fin : ce qui a été lu est conservé, relancez la même commande pour continuer.',
    es: 'Detenido antes del final: lo leído se conserva, repita la misma orden para continuar.',
    ar: 'توقّف قبل النهاية: ما قُرئ محفوظ، أعد الأمر نفسه للمتابعة.',
  },
  internal: {
    en: 'Something went wrong inside Rapporteur; set RAPPORTEUR_DEBUG=1 to see where.',
    fr: 'Une erreur s’est produite dans Rapporteur ; mettez RAPPORTEUR_DEBUG=1 pour voir où.',
    es: 'Algo ha fallado dentro de Rapporteur; ponga RAPPORTEUR_DEBUG=1 para ver dónde.',
    ar: 'حدث خطأ داخل Rapporteur؛ اجعل RAPPORTEUR_DEBUG=1 لمعرفة موضعه.',
  },
};

/** Every code, in the order of the reference. */
export const errorCodes: readonly ErrorCode[] = Object.keys(errorSentences) as ErrorCode[];

/** The sentence of a code in a language. */
export function errorSentence(code: ErrorCode, language: MessageLanguage = 'en'): string {
  return errorSentences[code][language];
}

/** Codes that mean "nothing could be read", the most telling first; the others are remarks about a page that was read. */
export const fatalProblems: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'empty-page',
  'binary-page',
  'page-too-large',
  'page-too-heavy',
  'not-an-article',
  'no-body',
]);

/** The problem that says best why a page gave no article, if it gave none. */
export function failureOf<P extends { readonly code: ErrorCode }>(problems: readonly P[]): P | undefined {
  for (const code of fatalProblems) {
    const found = problems.find((problem) => problem.code === code);
    if (found !== undefined) return found;
  }
  return undefined;
}
