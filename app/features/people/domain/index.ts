export { faultOfAbsence, MOST_ABSENCES } from "./absence-rules.ts";
export { type Absence, isAtWork, nextDayAtWork, type WorkTimes } from "./at-work.ts";
export {
  type AudienceChange,
  type AudiencePage,
  audienceAfter,
  audiencePage,
} from "./audience.ts";
export { exactly, findPerson } from "./by-hand/find-person.ts";
export type { KeptPerson } from "./by-hand/history.ts";
export { leavingNow } from "./by-hand/leaving.ts";
export { nameOfLanguage } from "./by-hand/name-of-language.ts";
export { personInput } from "./by-hand/person-input.ts";
export { placeOf } from "./by-hand/place-of.ts";
export { daysIn, keptDays, WEEK, type Weekday } from "./by-hand/working-days.ts";
export { listedZone } from "./by-hand/zones.ts";
export { cleanText, emailKey, looksLikeEmail, nameKey } from "./clean-text.ts";
export {
  AWAY_FIELDS,
  type AwayField,
  DATED_FIELDS,
  IMPORT_FIELDS,
  type ImportField,
  MANAGER_FIELDS,
  type ManagerField,
} from "./columns/fields.ts";
export {
  type FileRow,
  LINES_SEARCHED_FOR_HEADER,
  MOST_COLUMNS,
  MOST_ROWS,
} from "./columns/file-row.ts";
export { knownHeaders, reasonColumns, recogniseHeaders } from "./columns/recognise-headers.ts";
export {
  mentions,
  type PeopleFilter,
} from "./find-people.ts";
export {
  type Addressed,
  type Listed,
  type LookAlike,
  lookAlikesAmong,
  lookAlikesOnList,
  sameMailbox,
} from "./look-alikes.ts";
export { plainWord, WORD, wordsOfName } from "./name-words.ts";
export { nearColleagues } from "./near-colleagues.ts";
export { type AsOrganisationHas, asOrganisationHas } from "./own-choices.ts";
export { type Page, pageOf } from "./page-of.ts";
export {
  identifierKey,
  identifiers,
  type ListedPerson,
} from "./people-list.ts";
export {
  CHOSEN_FIELDS,
  type ChosenField,
  PERSON_FIELDS,
  type PersonFacts,
  type PersonField,
  type PersonRecord,
  type PersonStatus,
} from "./person.ts";
export {
  type GrantedReader,
  grantedReaders,
  grantInput,
  grantTo,
  type ReadingGrant,
  tookBackFrom,
  usualEnd,
} from "./reading-grant.ts";
