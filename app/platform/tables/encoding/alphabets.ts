/** An encoding that files come in, with the letters beyond ASCII of the languages that are written in it. */
export type Candidate = { encoding: string; alphabets: readonly string[] };

const GERMAN = "äöüß";
const WESTERN = [
  GERMAN,
  "àâæçéèêëîïôœùûüÿ",
  "áéíñóúüªº",
  "áâãàçéêíóôõúüªº",
  "àèéìíîòóù",
  "àçéèíïóòúü·",
  "áéëïóöüèê",
  "åäöéü",
  "åæøéöüä",
  "áéíóúýðþæö",
];
const CENTRAL = [
  GERMAN,
  "ąćęłńóśźż",
  "áčďéěíňóřšťúůýž",
  "áäčďéíĺľňóôŕšťúýž",
  "áéíóöőúüű",
  "ăâîșțşţ",
  "čćđšž",
];
const BALTIC = ["ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž", GERMAN];
const TURKISH = ["çğıöşüâîûi̇", GERMAN];
const CYRILLIC = [
  "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
  "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
  "абвгдђежзијклљмнњопрстћуфхцчџш",
  "абвгдежзійклмнопрстуўфхцчшыьэюяё",
];
const GREEK = ["αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"];
const HEBREW = ["אבגדהוזחטיךכלםמןנסעףפץצקרשת"];
const ARABIC = ["ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ"];

/** Encodings with a byte a letter, most usual first. */
export const SINGLE_BYTE: readonly Candidate[] = [
  { encoding: "windows-1252", alphabets: WESTERN },
  { encoding: "windows-1250", alphabets: CENTRAL },
  { encoding: "windows-1251", alphabets: CYRILLIC },
  { encoding: "windows-1254", alphabets: TURKISH },
  { encoding: "windows-1253", alphabets: GREEK },
  { encoding: "windows-1255", alphabets: HEBREW },
  { encoding: "windows-1256", alphabets: ARABIC },
];

/** Seldom met: asked only when none of the usual ones makes words of the bytes. */
export const RARE: readonly Candidate[] = [
  { encoding: "iso-8859-2", alphabets: CENTRAL },
  { encoding: "iso-8859-15", alphabets: WESTERN },
  { encoding: "windows-1257", alphabets: BALTIC },
  { encoding: "macintosh", alphabets: WESTERN },
  { encoding: "cp850", alphabets: WESTERN },
  { encoding: "cp852", alphabets: CENTRAL },
  { encoding: "maccenteuro", alphabets: CENTRAL },
  { encoding: "koi8-r", alphabets: CYRILLIC },
  { encoding: "iso-8859-5", alphabets: CYRILLIC },
  { encoding: "cp866", alphabets: CYRILLIC },
  { encoding: "iso-8859-7", alphabets: GREEK },
];

/**
 * Encodings with two bytes a sign, and the first bytes that the signs of everyday have. Whatever fits in a smaller part
 * is likelier to be it, so that one comes first.
 */
export const DOUBLE_BYTE: readonly {
  encoding: string;
  everyday(lead: number, trail: number): boolean;
}[] = [
  { encoding: "shift_jis", everyday: (lead) => lead >= 0x81 && lead <= 0x98 },
  { encoding: "euc-kr", everyday: (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 },
  { encoding: "big5", everyday: (lead) => lead >= 0xa4 && lead <= 0xc6 },
  { encoding: "gbk", everyday: (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 },
  { encoding: "euc-jp", everyday: (lead) => lead >= 0xa1 && lead <= 0xcf },
];
