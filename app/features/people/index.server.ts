export { absencesFrom, workTimesOf } from "./absence/absence-reads.server.ts";
export { changeAbsences } from "./absence/change-absences.server.ts";
export { addExternalPerson, type ExternalPersonOutcome } from "./add-external-person.server.ts";
export { findColleagues } from "./audience/colleagues.server.ts";
export { peopleByIdentifiers } from "./audience/identifier-reads.server.ts";
export {
  type ListRefusal,
  listedAudience,
  listedAudienceInput,
} from "./audience/listed-audience.server.ts";
export { peopleToChoose } from "./audience/people-to-choose.server.ts";
export { audienceView, readAudience } from "./audience/read-audience.server.ts";
export { readAudienceList } from "./audience/read-audience-list.server.ts";
export { addPeople, changePeople, type Way } from "./change-people.server.ts";
export {
  activePeople,
  countActivePeople,
  type DirectoryPerson,
  directReports,
  leadersOfLeaders,
  leadingPeople,
  peopleByAddress,
  peopleByIds,
  peopleLedBy,
} from "./colleague-reads.server.ts";
export { directoryWords, teamWords } from "./directory/name-reads.server.ts";
export {
  holdersOf,
  idsBelow,
  nameablePeople,
  namesOfPeople,
  peopleAbove,
  peopleMeantBy,
} from "./directory/person-lookup-reads.server.ts";
export { holderOfAddress } from "./external-store.server.ts";
export { giveReading } from "./grants/give-reading.server.ts";
export { type CurrentGrant, currentGrants, unsafeGrantsOf } from "./grants/grant-reads.server.ts";
export { forgetGrantsOn } from "./grants/grant-store.server.ts";
export { takeReadingBack } from "./grants/take-reading-back.server.ts";
export { firstLedOn } from "./history/first-led-reads.server.ts";
export { teamMoves } from "./history/team-moves-reads.server.ts";
export { retirePeople } from "./leave-people.server.ts";
export { isLastOwnerAmong, whoOwns } from "./owner-stays.server.ts";
export { personPanelsContext } from "./person-panels.server.ts";
export { seenAs } from "./personal/look-at.server.ts";
export { personalContext } from "./personal/personal-context.server.ts";
export { addressSince } from "./personal/personal-store.server.ts";
export { directory } from "./standing-reads.server.ts";
export {
  allPeople,
  insertPeople,
  keptPeople,
  lockPeople,
  lockPeopleInstead,
  lockToAdd,
  type NewPerson,
  type PersonUpdate,
} from "./store.server.ts";
export { organisationZone, todayWhere, zoneOf } from "./zone-reads.server.ts";
