/** A small page of an invented outlet with the usual furniture around a report of our own writing. */
export function meetingPage(
  options: {
    readonly title?: string;
    readonly day?: string;
    readonly visitor?: string;
    readonly country?: 'espagnol' | 'italien' | 'portugais';
    readonly extra?: string;
  } = {},
): string {
  const { title = 'Rabat : entretiens sur la coopération', day = '2024-03-15', extra = '' } = options;
  const { visitor = 'Esteban Roldán', country = 'espagnol' } = options;
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${title} - La Gazette du Port</title>
<meta property="og:site_name" content="La Gazette du Port">
<meta property="article:published_time" content="${day}T10:00:00+01:00"></head>
<body><nav><a href="/">Accueil</a> <a href="/monde">Monde</a> <a href="/sport">Sport</a></nav>
<article><h1>${title}</h1>
<p>Le ministre marocain de l'Intérieur, Karim Benslimane, s'est entretenu vendredi à Rabat avec son homologue ${country}, ${visitor}, de la lutte contre le terrorisme et de la gestion des flux migratoires.</p>
<p>Les deux ministres ont convenu de renforcer l'échange d'informations entre leurs services, indique un communiqué du ministère de l'Intérieur. La rencontre a réuni plusieurs hauts responsables des deux pays.</p>
<p>Une nouvelle réunion doit se tenir avant la fin de l'année, selon la même source, qui ne précise ni la date ni le lieu de ce rendez-vous. ${extra}</p>
</article>
<footer>© La Gazette du Port. Mentions légales</footer></body></html>
`;
}

/** The same in Arabic, from right to left. */
export function arabicPage(): string {
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>مباحثات في الرباط حول التعاون - جريدة الميناء</title>
<meta property="og:site_name" content="جريدة الميناء">
<meta property="article:published_time" content="2024-03-15T10:00:00+01:00"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/world">العالم</a> <a href="/sport">رياضة</a></nav>
<article><h1>مباحثات في الرباط حول التعاون بين البلدين</h1>
<p>أجرى وزير الداخلية المغربي كريم بنسليمان، يوم الجمعة بالرباط، مباحثات مع نظيره الإسباني إستيبان رولدان حول سبل تعزيز التعاون بين البلدين.</p>
<p>واتفق الوزيران على تعزيز تبادل المعلومات بين مصالح البلدين، حسب بلاغ لوزارة الداخلية. وحضر اللقاء عدد من المسؤولين من الجانبين.</p></article>
<footer>جميع الحقوق محفوظة لجريدة الميناء 2024</footer></body></html>
`;
}
