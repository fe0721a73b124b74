export {
  filterParameters,
  findPeople,
  managersAmong,
  mentions,
  type PeopleFilter,
  readFilter,
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
export {
  findListed,
  identifierKey,
  identifiers,
  type ListedPerson,
  MOST_ENTRIES,
  type PeopleFound,
  readPeopleList,
} from "./people-list.ts";
