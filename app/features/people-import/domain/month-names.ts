/** Months as people write them, without accents; each language from January on. */
const LANGUAGES = [
  "january february march april may june july august september october november december",
  "januar februar marz april mai juni juli august september oktober november dezember",
  "janner feber maerz april mai juni juli august september oktober november dezember",
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
  "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "januar februar marts april maj juni juli august september oktober november december",
  "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
];
/** Shortened to other than their first letters. */
const SHORT: Record<string, number> = {
  sept: 9,
  set: 9,
  sett: 9,
  setiembre: 9,
  dez: 12,
  dic: 12,
  okt: 10,
  out: 10,
  ene: 1,
  gen: 1,
  fev: 2,
  avr: 4,
  abr: 4,
  mai: 5,
  mag: 5,
  juin: 6,
  giu: 6,
  juil: 7,
  lug: 7,
  aou: 8,
  ago: 8,
  aug: 8,
  paz: 10,
  wrz: 9,
  lis: 11,
  gru: 12,
  sty: 1,
  lut: 2,
  kwi: 4,
  cze: 6,
  lip: 7,
  sie: 8,
  mrt: 3,
  mei: 5,
  maj: 5,
};
const SHORTEST = 3;

const NUMBERS = new Map<string, Set<number>>();
for (const language of LANGUAGES) {
  language.split(" ").forEach((name, at) => {
    for (let length = SHORTEST; length <= name.length; length += 1) {
      const start = name.slice(0, length);
      NUMBERS.set(start, (NUMBERS.get(start) ?? new Set()).add(at + 1));
    }
  });
}

/** The number of a month by its name or the start of it, in any of a dozen languages; null when it could be several. */
export function monthNumber(name: string): number | null {
  const word = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/\.$/, "");
  const short = SHORT[word];
  if (short) return short;
  const [only, ...others] = NUMBERS.get(word) ?? [];
  return only !== undefined && others.length === 0 ? only : null;
}

/** Days of the week by the start of their names, which may stand before a date and say nothing more. */
const WEEKDAYS = new Set(
  "mon tue wed thu fri sat sun mo di mi do fr sa so mie lun mar mer jeu ven sam dim jue vie sab dom seg ter qua qui sex gio maa din woe don vri zat zon pon wto sro czw pia sob nie man tir ons tor fre lor son".split(
    " ",
  ),
);

/** Whether a word names a day of the week. */
export function isWeekday(name: string): boolean {
  const word = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return WEEKDAYS.has(word) || WEEKDAYS.has(word.slice(0, 3));
}
