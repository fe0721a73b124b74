/** What survey tools and people write where a rater gave no number. */
const UNANSWERED = new Set(
  [
    "|na|n/a|n.a.|n.a|nan|null|none|nil|.|..|-|--|---|–|—|?|??|*|_|x|#n/a|#nv|#n/d|#n/b|#i/t|(null)|(blank)|(empty)|blank|empty|missing|undefined|\\n",
    "not observed|not applicable|not available|not answered|no answer|no response|no opinion|not sure|unsure|unknown|skip|skipped|unanswered",
    "don't know|dont know|do not know|i don't know|dk|d/k|can't say|cannot say|can not say|cant say|unable to rate|unable to say|unable to judge",
    "cannot rate|can't rate|cannot judge|not enough information|insufficient information|no basis|prefer not to say|declined|refused|n/o|no",
    "k.a.|k. a.|k.a|keine angabe|weiß nicht|weiss nicht|nicht beobachtet|kann ich nicht beurteilen|nicht beurteilbar|nicht zutreffend|entfällt",
    "ne sait pas|nsp|sans objet|s.o.|non observé|pas de réponse|non applicable|n/r|ns/nc|nc|no sabe|no aplica|no observado|sin respuesta|s/d",
    "não sei|não se aplica|não observado|non so|non applicabile|n.v.t.|nvt|weet niet|niet waargenomen|geen antwoord|brak|nie wiem|nie dotyczy|vet ej|ved ikke",
  ].flatMap((line) => line.split("|")),
);
const LONGEST_UNANSWERED = 32;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** "4 - Agree", "4: Agree", "4 (Agree)", "4 = agree", "4. Agree", "4 Agree", "4 stars". */
const NUMBER_THEN_LABEL = /^([+-]?\d+(?:[.,]\d+)?) ?(?:[-–—:=.)(/|] ?)?(\p{L}[^\d]*)$/u;
/** "Agree (4)", "Agree - 4", "Agree: 4". */
const LABEL_THEN_NUMBER = /^(\p{L}[^\d()[\]]*)[-–—:=([ ]([+-]?\d+(?:[.,]\d+)?)[)\]]?$/u;

/** What a cell of values says: a number, that there is none, or (null) nothing that could be told. */
export function ratingValue(text: string, decimalComma: boolean): number | "unanswered" | null {
  if (text === "") return "unanswered";
  const plain = numberIn(text, decimalComma);
  if (plain !== null) return plain;
  const short = text.length <= LONGEST_UNANSWERED;
  if (short && UNANSWERED.has(text.toLowerCase().replace(/[’`´]/g, "'"))) return "unanswered";
  if (text.length > 200) return null;
  const tidy = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const label = NUMBER_THEN_LABEL.exec(tidy)?.[1] ?? LABEL_THEN_NUMBER.exec(tidy)?.[2];
  return numberIn(label ?? tidy, true);
}

function numberIn(text: string, decimalComma: boolean): number | null {
  const plain = (decimalComma ? text.replace(",", ".") : text).replace("−", "-");
  if (!NUMBER.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
