/** Porter's stemming algorithm (1980), as the `english` analyzer uses it. Terms are expected in lower case. */
export function porterStem(word: string): string {
  if (word.length <= 2) return word;
  return finish(stepFour(stepThree(stepTwo(yToI(pastForms(plural(word)))))));
}

function isConsonant(word: string, at: number): boolean {
  const letter = word[at];
  if (letter === 'y') return at === 0 || !isConsonant(word, at - 1);
  return letter !== 'a' && letter !== 'e' && letter !== 'i' && letter !== 'o' && letter !== 'u';
}

/** How often a vowel run is followed by a consonant run. */
function measure(stem: string): number {
  let count = 0;
  for (let at = 1; at < stem.length; at++) if (isConsonant(stem, at) && !isConsonant(stem, at - 1)) count++;
  return count;
}

function hasVowel(stem: string): boolean {
  for (let at = 0; at < stem.length; at++) if (!isConsonant(stem, at)) return true;
  return false;
}

const endsDouble = (word: string): boolean =>
  word.length > 1 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);

/** Consonant, vowel, consonant other than w, x, y: the shape that wants its final e. */
function endsShort(word: string): boolean {
  const last = word.length - 1;
  if (last < 2 || !isConsonant(word, last) || isConsonant(word, last - 1) || !isConsonant(word, last - 2))
    return false;
  return !'wxy'.includes(word.charAt(last));
}

function plural(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('ss') ? word : word.slice(0, -1);
}

function pastForms(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  const stem = word.slice(0, word.length - cut);
  if (cut === 0 || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

const yToI = (word: string): string =>
  word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;

type Rules = readonly (readonly [suffix: string, replacement: string])[];
const pairs = (text: string): Rules =>
  text
    .split(' ')
    .map((rule) => rule.split(':'))
    .map(([suffix = '', replacement = '']) => [suffix, replacement]);

const second = pairs(
  'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log',
);
const third = pairs('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:');
const fourth = pairs(
  'al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ion: ou: ism: ate: iti: ous: ive: ize:',
);

/** The first rule whose suffix fits decides, whether or not the stem is long enough for it. */
function applyFirst(
  word: string,
  rules: Rules,
  longEnough: (stem: string, suffix: string) => boolean,
): string {
  for (const [suffix, replacement] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    return longEnough(stem, suffix) ? stem + replacement : word;
  }
  return word;
}

const stepTwo = (word: string) => applyFirst(word, second, (stem) => measure(stem) > 0);
const stepThree = (word: string) => applyFirst(word, third, (stem) => measure(stem) > 0);
const stepFour = (word: string) =>
  applyFirst(word, fourth, (stem, suffix) => measure(stem) > 1 && (suffix !== 'ion' || /[st]$/.test(stem)));

function finish(word: string): string {
  let result = word;
  if (word.endsWith('e')) {
    const stem = word.slice(0, -1);
    if (measure(stem) > 1 || (measure(stem) === 1 && !endsShort(stem))) result = stem;
  }
  return result.endsWith('ll') && measure(result) > 1 ? result.slice(0, -1) : result;
}
