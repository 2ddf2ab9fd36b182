const lists = [
  'password passwort passwords pass passw admin administrator root user username login welcome letmein letme access master',
  'secret guest test testing demo default changeme change me hello hi love iloveyou ilove you loveyou lovely baby angel',
  'princess princesse sunshine dragon monkey shadow superman batman football soccer baseball basketball hockey killer',
  'pepper ginger cookie cheese chocolate flower summer winter spring autumn january february march april june july august',
  'september october november december monday tuesday wednesday thursday friday saturday sunday michael jordan jennifer',
  'jessica charlie daniel thomas andrew robert george matthew ashley nicole computer internet google facebook samsung apple',
  'windows linux microsoft mustang ferrari mercedes porsche starwars pokemon naruto nintendo freedom whatever trustno',
  'qwerty qwertz azerty qwertyuiop azertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm abc abcd abcdef abcdefgh qaz wsx qazwsx edc',
  'motdepasse mot de passe bonjour salut soleil jetaime amour doudou chouchou loulou nicolas camille julien marseille',
  'paris france maroc algerie tunisie chocolat football secret maman papa bienvenue utilisateur invite azert',
  'contrasena contrasenia clave hola teamo tequiero amor amigo amigos espana barcelona madrid realmadrid carlos alejandro',
  'estrella mariposa princesa bienvenido usuario secreto futbol sevilla mexico corazon',
  'morocco algeria tunisia rabat casablanca tanger maroc mohamed mohammed ahmed fatima khadija youssef habibi bismillah',
  'allah marhaba maghrib raja wydad barca kiss sexy money lucky number one two three four five six seven eight nine ten',
  'مرحبا كلمة السر كلمةالسر حبيبي حبيبتي بسم الله محمد احمد فاطمة المغرب الجزائر تونس سلام السلام عليكم',
];

/** What people choose most as a password, without its digits: gathered for this project, in four languages. */
export const commonWords: ReadonlySet<string> = new Set(
  lists
    .join(' ')
    .split(' ')
    .filter((word) => word.length >= 2),
);
