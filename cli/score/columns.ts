export type Column = (typeof COLUMNS)[number];

/** Where each column stands in the file; -1 for one that isn't there. */
export type Positions = Record<Column, number>;

export type Headers =
  | { ok: true; positions: Positions }
  | { ok: false; missing: Column[]; found: string[] };

const NEEDED = ["participant", "rater", "value"] as const;
const COLUMNS = [
  ...NEEDED,
  "relationship",
  "item",
  "competency",
  "wave",
  "participantName",
] as const;

/** What files call each column, most telling first; written without spaces, case and punctuation. */
const SYNONYMS: Record<Column, readonly string[]> = {
  participant: words(
    "participant participantid participantname participantemail ratee rateeid rated ratedid ratedperson focus focalperson",
    "focalid subject subjectid target targetid leader leaderid feedbackfor about lecturer instructor teacher employee employeeid person personid",
    "employeename employeenumber employeeno employeeemail personname leadername rateename subjectname targetname",
    "teilnehmer teilnehmerin teilnehmerid feedbacknehmer beurteilter beurteilte bewerteter bewertete evalue evaluee evaluado evaluada avaliado beoordeelde oceniany",
  ),
  rater: words(
    "rater raterid ratername rateremail ratedby reviewer reviewerid respondent respondentid evaluator assessor assessorid",
    "judge judgeid feedbackfrom feedbackgiver givenby observer student studentid from",
    "reviewername revieweremail respondentname respondentemail evaluatorid evaluatorname evaluatoremail assessorname assessoremail",
    "feedbackgeber beurteiler beurteilerin bewerter bewerterin evaluateur evaluatrice evaluador evaluadora avaliador beoordelaar oceniajacy",
  ),
  value: words(
    "value rating ratingvalue score answer answervalue response points mark y",
    "wert bewertung punkte punktzahl antwort valeur reponse puntuacion valor respuesta pontuacao resposta waarde score antwoord wartosc ocena",
  ),
  relationship: words(
    "relationship relation ratertype ratergroup ratercategory raterrelationship ratedas role perspective source",
  ),
  item: words(
    "item itemid itemcode question questionid questioncode statement behaviour behavior indicator",
  ),
  competency: words(
    "competency competencyid competencyname competence dimension scale construct factor category theme",
  ),
  wave: words(
    "wave time timepoint occasion measurement round period cycle phase welle zeitpunkt messzeitpunkt runde vague ola onda fase",
  ),
  // Found beside the ids; never by itself.
  participantName: [],
};

const MEANINGS = new Map<string, { column: Column; rank: number }>(
  COLUMNS.flatMap((column) =>
    SYNONYMS[column].map((word, rank) => [word, { column, rank }] as const),
  ),
);

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(" "));
}

/** What stands at the end of a title whose column tells people apart, and of one that only names them. */
const TELLS = /(?:id|number|no|code|email)$/;
const NAMES = /name$/;

/**
 * Finds the columns by their titles. Of "Employee" and "Employee ID" the id tells people apart and the other is their
 * name. Of two other titles for one column the more telling wins, of two equal ones the first.
 */
export function recogniseColumns(titles: readonly string[]): Headers {
  const positions: Positions = {
    participant: -1,
    rater: -1,
    value: -1,
    relationship: -1,
    item: -1,
    competency: -1,
    wave: -1,
    participantName: -1,
  };
  const ranks = new Map<Column, number>();
  for (const [position, title] of titles.entries()) {
    const known = plain(title);
    const meaning = MEANINGS.get(known) ?? MEANINGS.get(known.replace(TELLS, ""));
    if (meaning === undefined) continue;
    const { column } = meaning;
    const rank = meaning.rank + (hasIdBeside(titles, position) ? BEHIND_ITS_ID : 0);
    if (rank >= (ranks.get(column) ?? Number.POSITIVE_INFINITY)) continue;
    ranks.set(column, rank);
    positions[column] = position;
  }
  positions.participantName = nameBeside(titles, positions.participant);
  const missing = NEEDED.filter((column) => positions[column] < 0);
  return missing.length > 0
    ? { ok: false, missing, found: titles.map((title) => title.trim()) }
    : { ok: true, positions };
}

const BEHIND_ITS_ID = 1_000;

/** Whether another column has the ids of what this one names. */
function hasIdBeside(titles: readonly string[], position: number): boolean {
  const title = plain(titles[position] ?? "");
  if (TELLS.test(title)) return false;
  const stem = title.replace(NAMES, "");
  return titles.some((other, at) => {
    const also = plain(other);
    return at !== position && TELLS.test(also) && also.replace(TELLS, "") === stem && stem !== "";
  });
}

/** The column of the names of those whom another column tells apart; -1 without one. */
function nameBeside(titles: readonly string[], position: number): number {
  const id = plain(titles[position] ?? "");
  if (!TELLS.test(id)) return -1;
  const stem = id.replace(TELLS, "");
  return titles.findIndex(
    (title, at) => at !== position && plain(title).replace(NAMES, "") === stem,
  );
}

function plain(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
