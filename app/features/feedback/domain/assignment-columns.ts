import type { Relationship } from "~/features/questionnaires/domain/index.ts";

/** What a column of a file of assignments can mean. A name is the rater's. */
export type AssignmentColumn =
  | "participant"
  | "rater"
  | "relationship"
  | "firstName"
  | "lastName"
  | "fullName";

export const neededColumns = ["participant", "rater", "relationship"] as const;

/** What 360 tools call each column, most telling first; written without spaces, case and punctuation. */
const TITLES: Record<AssignmentColumn, readonly string[]> = {
  participant: words(
    "subjectemail subjectemailaddress participantemail participantemailaddress rateeemail recipientemail targetemail focusemail",
    "subject participant ratee recipient target feedbackrecipient receiver receiveremail employeeemail subjectid participantid",
    "rateeid leaderemail leader coachee employee",
  ),
  rater: words(
    "evaluatoremail evaluatoremailaddress rateremail rateremailaddress revieweremail respondentemail assessoremail provideremail",
    "evaluator rater reviewer respondent assessor feedbackprovider provider giver giveremail nominee nomineeemail evaluatorid",
    "raterid reviewerid respondentid email emailaddress",
  ),
  relationship: words(
    "relationship relationshiptype relation ratertype evaluatortype reviewertype ratergroup ratercategory group category type role",
  ),
  firstName: words("firstname evaluatorfirstname raterfirstname givenname forename"),
  lastName: words("lastname evaluatorlastname raterlastname familyname surname"),
  fullName: words("evaluatorname ratername reviewername respondentname fullname name"),
};

const RELATIONSHIPS: Record<Relationship, readonly string[]> = {
  self: words("self selfassessment selfevaluation selfrating selfreview own oneself me"),
  manager: words(
    "manager managers boss bosses supervisor supervisors linemanager directmanager superior supervisormanager reportsto",
  ),
  peer: words("peer peers colleague colleagues coworker coworkers teammate teammates"),
  direct_report: words(
    "directreport directreports report reports subordinate subordinates reportee reportees directsubordinate staff",
  ),
  other: words(
    "other others otherrater stakeholder stakeholders customer customers client clients internalcustomer externalcustomer partner",
    "external crossfunctional outside fromoutside outsider outsiders",
  ),
  // Whoever is from outside is so by who they are, not by what a file calls them.
  outside: [],
};

const meaningOf = new Map(
  Object.entries(RELATIONSHIPS).flatMap(([relationship, synonyms]) =>
    synonyms.map((synonym) => [synonym, relationship as Relationship] as const),
  ),
);

/** Which column holds what; of two that could mean the same the more telling title wins, of equal ones the first. */
export function recogniseColumns(
  header: readonly string[],
): Partial<Record<AssignmentColumn, number>> {
  const titles = header.map(plain);
  const found: Partial<Record<AssignmentColumn, number>> = {};
  for (const [column, synonyms] of Object.entries(TITLES)) {
    const at = synonyms.map((synonym) => titles.indexOf(synonym)).find((index) => index >= 0);
    if (at !== undefined) found[column as AssignmentColumn] = at;
  }
  return found;
}

/** How many columns of a header are known. */
export function knownColumns(header: readonly string[]): number {
  return Object.keys(recogniseColumns(header)).length;
}

/** What a cell such as "Direct Report", "Boss" or "Colleague" means; null when that is for a person to say. */
export function recogniseRelationship(cell: string): Relationship | null {
  return meaningOf.get(plain(cell)) ?? null;
}

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(" "));
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
