import type { Block } from '../article/block.ts';

/**
 * The BCP 47 primary language of an article, by its own words before what the page declares: templates say "en" on
 * pages of every language. Null when neither tells.
 *
 * Quotations and code are not asked unless there is nothing else, so an English quotation leaves a German article
 * German. Of the words only the commonest count, those without which no paragraph of the language is written.
 */
export function languageOf(blocks: readonly Block[], declared: string | null): string | null {
  const spoken = blocks.filter((block) => block.kind !== 'quote' && block.kind !== 'code');
  const text = (spoken.length > 0 ? spoken : blocks).map((block) => block.text).join('\n');
  const claimed = declared?.trim().split(/[-_]/)[0]?.toLowerCase() || null;

  const candidates = writtenIn[scriptOf(text)];
  if (!candidates) return claimed;
  if (candidates.length === 1) return candidates[0]!;

  const words = wordsOf(text);
  const counts = candidates.map((language) => countOf(words, language)).sort((a, b) => b.weight - a.weight);
  const [best, next] = [counts[0]!, counts[1]!];
  const isWritten = best.hits >= 0.1 * words.length;
  if (isWritten && best.hits >= 4 && best.weight > 1.3 * next.weight) return best.language;
  if (!claimed) return best.hits >= 2 && best.weight > next.weight ? best.language : null;
  // A text in none of these languages that has hardly a word of the declared one: a mistake of the page.
  const own = counts.find(({ language }) => language === claimed);
  const isMistake = own !== undefined && own.hits < 0.08 * words.length && isWritten && words.length >= 40;
  return isMistake ? null : claimed;
}

/** A word that several languages have says less for each. */
function countOf(words: readonly string[], language: string) {
  const hits = words.filter((word) => commonWords[language]!.has(word));
  return { language, hits: hits.length, weight: hits.reduce((sum, word) => sum + 1 / sharing.get(word)!, 0) };
}

// The first thousands of words tell as much as all of a long text.
const wordsOf = (text: string) =>
  text
    .slice(0, 40_000)
    .toLowerCase()
    .normalize('NFC')
    .match(/\p{L}+/gu) ?? [];

/** The script most of the letters are of; kana make a text Japanese though Han letters are more. */
function scriptOf(text: string): string {
  const sample = text.slice(0, 40_000);
  const counts = scripts.map(([name, letters]) => [name, sample.match(letters)?.length ?? 0] as const);
  const of = new Map(counts);
  if (of.get('Kana')! > 0.1 * of.get('Han')! && of.get('Kana')! > 0)
    of.set('Kana', of.get('Kana')! + of.get('Han')!);
  // A Han or Hangul letter says as much as several of an alphabet.
  for (const name of ['Kana', 'Han', 'Hangul']) of.set(name, 3 * of.get(name)!);
  return [...of].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0] as const)[0];
}

const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Han', /\p{Script=Han}/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Bengali', /\p{Script=Bengali}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Georgian', /\p{Script=Georgian}/gu],
  ['Armenian', /\p{Script=Armenian}/gu],
  ['Tamil', /\p{Script=Tamil}/gu],
];

const common = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: common(
    'the of and to in that is was for on with as it by at be his this from are not but had has have were he they you an or its',
  ),
  de: common(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um',
  ),
  fr: common(
    'de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont la avec son aux ont cette ses mais nous',
  ),
  es: common(
    'de la que el en y a los del se las por un para con no una su al lo como más pero sus le este ha o fue son entre está muy sin sobre',
  ),
  pt: common(
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou foi são pelo também pela até',
  ),
  it: common(
    'di e il la che in a per un del non è una della con i si le da sono al come ha più dei gli nel anche alla ma delle lo dal questo suo nella',
  ),
  nl: common(
    'de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij uit nog naar heeft worden door wordt deze werd hebben ze',
  ),
  sv: common(
    'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när man efter vid också där eller över',
  ),
  da: common(
    'og i at det er en til af på som for den med de der har ikke et han var jeg fra vi men sig om så kan da efter også være blev ved hun',
  ),
  no: common(
    'og i det er at som en på til av for med har de den ikke et han var jeg fra vi men seg om så kan når etter også være ble ved hun etter opp',
  ),
  fi: common(
    'ja on ei että se oli hän ovat mutta myös kun joka kuin hänen sen ole niin tai jos olla voi ne mukaan sekä jo mitä tämä vain jotka nyt kanssa vuoden',
  ),
  pl: common(
    'w i na z do nie się że to o jest od po za jak przez dla ale co są być był czy ich tak oraz tym może jego które który już przy',
  ),
  cs: common(
    'a v se na je že s z do o i to ve k pro za by ale si po jako od které který jsou jeho jsem až tak také už nebo při jen bylo',
  ),
  hu: common(
    'a az és hogy nem is egy ez volt már meg de csak még el mint ha azt vagy volna után aki lesz lehet pedig ezt szerint között minden kell',
  ),
  ro: common(
    'de și în a la cu pe nu din că un o care pentru o este mai au să se ce al lui sau fi prin după fost sunt ca lor dar despre cele',
  ),
  tr: common(
    've bir bu da de için ile olarak çok daha olan gibi en sonra kadar ne var ama o her olduğunu ise değil ben dedi göre yeni iki oldu',
  ),
  id: common(
    'yang dan di dengan itu untuk dari ini pada tidak dalam akan juga ke tersebut oleh ada sudah karena saat bisa telah adalah atau mereka kami lebih seorang',
  ),
  vi: common(
    'và của là có cho không được trong một với các người này đã những khi để từ đến cũng tại vào theo năm về trên sẽ ra như nhưng nhiều',
  ),
  ca: common(
    'de la i el que a en els les per un amb una és del al no va més com ha seva dels aquest són també pels als però ser està seu hi',
  ),
  hr: common(
    'i je u na se da za od su s o koji to kao ne što sa iz koje biti ili bi će nije ali samo godine dok prema više ima te kako bio',
  ),
  ru: common(
    'и в не на что с он как по это но из к у за от для так же его о до был было бы или уже при только она они',
  ),
  uk: common(
    'і в не на що з та як у до це за від для але про його він також чи які який які по із був було бути вже її їх',
  ),
  bg: common(
    'и на да се в за от не че с е по са ще си като това при ще до или след към има го но беше във със които',
  ),
  sr: common(
    'и је у да на се за од су са не који о то као што из или би ће али није само до према више има те како',
  ),
  ar: common(
    'في من على أن إلى عن مع التي هذا هذه ما لا الذي كان وقد ذلك بعد بين كما أو لم قد قال حيث خلال هو كل غير',
  ),
  fa: common(
    'و در به از که این را با است برای آن یک می خود تا بر هم شد های شده بود کرد ما او دارد اما نیز باید',
  ),
  ur: common('کے میں کی ہے اور سے کا کو اس نے پر کہ ہیں یہ بھی ایک تھا کر ہو وہ جو نہیں گیا لیے ان تھے'),
};

/** How many languages have a word among their commonest. */
const sharing = new Map<string, number>();
for (const words of Object.values(commonWords))
  for (const word of words) sharing.set(word, (sharing.get(word) ?? 0) + 1);

const writtenIn: Readonly<Record<string, readonly string[]>> = {
  Latin: 'en de fr es pt it nl sv da no fi pl cs hu ro tr id vi ca hr'.split(' '),
  Cyrillic: ['ru', 'uk', 'bg', 'sr'],
  Arabic: ['ar', 'fa', 'ur'],
  Kana: ['ja'],
  Han: ['zh'],
  Hangul: ['ko'],
  Greek: ['el'],
  Hebrew: ['he'],
  Devanagari: ['hi'],
  Bengali: ['bn'],
  Thai: ['th'],
  Georgian: ['ka'],
  Armenian: ['hy'],
  Tamil: ['ta'],
};
