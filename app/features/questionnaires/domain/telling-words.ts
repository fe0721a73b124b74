/** Names that are everyday words too: alone they are taken for a name only within an English sentence. */
export const commonWords = new Set(
  (
    "art august april april autumn baker banks bell best bill bishop black bond bush brook brown butler carpenter carter chance " +
    "chase christian clay cliff cook cross daisy dale dawn day dean do earl faith field fisher ford forest fox frank free " +
    "german glen gold good grace grant gray green guy hall hand hart hill holly hope hunter iris ivy jack jasmine jay joy " +
    "june just justice king knight lake lane lee lily long love mark marks mason may miles mill miller moss north olive page " +
    "park parker pat penny pierce piper pleasant poole potter price ray read reed rich rivers rob robin rose rowan ruby rusty sharp " +
    "short sky small smart smith star stone storm strong sue summer sunny taylor tiger trust turner van victor violet walker " +
    "ward wall wells west white will winter wise wood woods york young " +
    "bach bauer baum becker berg bergmann blum braun burg busch engel ernst fischer frei friedrich fuchs gross große groß hahn hase " +
    "heiß herr hirsch hoffnung jäger jung kaiser kaufmann keller klein klug koch könig kraft kurz lang lange lehmann leiter linde mai max " +
    "meister meyer morgen müller neu neumann pfeiffer reich richter ritter roth rot sauer schäfer schmidt schneider " +
    "scholz schön schulze schwarz sommer stark stein stolz tag vogel voigt wagner wald weber weiß wende werner winkler wolf wunder zeit " +
    "der die das und von den da di de la le el al an in so am im es er du"
  ).split(" "),
);

const MONTHS = {
  en: "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
  de: "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dez",
};

const NUMERIC =
  "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?(?:\\d{4}|\\d{2})?(?!\\d)";

const DATES = {
  en:
    `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS.en})\\b|\\b(?:${MONTHS.en})\\.? (?:\\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\\d{2})\\b|` +
    "\\b(?:last|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b",
  de:
    `\\b\\d{1,2}\\. ?(?:${MONTHS.de})(?!\\p{L})|\\bim (?:${MONTHS.de}) (?:19|20)\\d{2}\\b|` +
    "\\b(?:am|letzten|vergangenen) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\\b",
};

const EVENTS = {
  en:
    "\\b(?:maternity|paternity|parental|sick|family|compassionate) leave\\b|" +
    "\\b(?:funeral|wedding|divorce|pregnan(?:t|cy)|miscarriage|surgery|bereavement|chemotherapy|burn-?out)\\b|" +
    "\\b(?:christmas|summer|leaving|retirement|farewell) (?:party|do|dinner|lunch)\\b|\\b(?:off-?site|away ?day)\\b|" +
    "\\bwhen (?:i|he|she|they|we) (?:came back|returned|resigned|quit|left|joined|fell ill|was ill|(?:was|were) (?:promoted|hired|sick|ill|in hospital))\\b",
  de:
    "(?<!\\p{L})(?:mutterschutz|elternzeit|krankschreibung|krankgeschrieben|beerdigung|hochzeit|scheidung|schwanger(?:schaft)?|fehlgeburt|trauerfall|chemotherapie|burn-?out|" +
    "weihnachtsfeier|sommerfest|abschiedsfeier|betriebsausflug|betriebsfeier)(?!\\p{L})|" +
    "(?<!\\p{L})als (?:ich|er|sie|wir)(?: \\p{L}+){0,4} (?:zurückkam(?:en)?|zurückkehrten?|kündigten?|anfing(?:en)?|krank (?:wurden?|war(?:en)?)|befördert wurden?)(?!\\p{L})",
};

/** Days and telling events, in every language we know: people write in another one than they read. */
export const dates = new RegExp(`${NUMERIC}|${DATES.en}|${DATES.de}`, "giu");
export const events = new RegExp(`${EVENTS.en}|${EVENTS.de}`, "giu");
