import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import { type LookAlike, mentions } from "~/features/people/domain/index.ts";
import {
  activePeople,
  directReports,
  organisationZone,
  peopleByIds,
} from "~/features/people/index.server.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import {
  type ListShape,
  likelyRelationship,
  mayBeAskedAgain,
  noLoad,
  policyForList,
  type RequestLoad,
} from "~/features/rounds/domain/index.ts";
import { requestLoad } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { policyOf } from "../cycle/setup-reads.server.ts";
import { relationshipsOf } from "../domain/cycle-kind.ts";
import { countByRelationship, hasRoom, type Shortage, shortages } from "../domain/enough-raters.ts";
import {
  approvedOn,
  approverOf,
  isPlaceFree,
  mayApprove,
  mayChangeLaunchedList,
  mayHandIn,
  mayJudgeList,
  mayReplaceRaters,
  mayReturn,
  waitsForApproval,
} from "../domain/nomination.ts";
import type { Approver } from "../domain/rater-rules.ts";
import {
  type Forecast,
  type ForecastBasis,
  forecastReliability,
} from "../domain/reliability-forecast.ts";
import { mayAdd } from "../lists/add-rater.server.ts";
import { lookAlikesOn } from "../lists/look-alike-reads.server.ts";
import { type RaterChoice, raterChoice } from "../lists/nomination-reads.server.ts";
import { type TakenOff, takenOffBy } from "../lists/taken-off-reads.server.ts";
import { type TakenOut, takenOutOf } from "../lists/taken-out-reads.server.ts";
import { forecastBasis } from "./forecast-reads.server.ts";

const SHOWN = 12;

/** What a colleague can be asked as; people from outside are asked as such. */
export type Askable = Exclude<Relationship, "self" | "outside">;

export type PersonFound = {
  id: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  hasAddress: boolean;
  likely: Askable;
  load: RequestLoad;
  /** A cap leaves room for this request. */
  hasRoom: boolean;
};

export type NominationRights = {
  /** Put people on the list: before the launch, or HR after it. */
  add: boolean;
  handIn: boolean;
  approve: boolean;
  giveBack: boolean;
  replace: boolean;
  withdraw: boolean;
};

export type NominationPage = {
  choice: RaterChoice;
  /**
   * Raters who count that a group needs: of this list, of one that someone else agreed to, and of one that nobody else
   * did.
   */
  minimum: { needed: number; agreed: number; shaped: number };
  /** What only HR and whoever agrees to the list see of it; null for everyone else. */
  judging: { takenOff: TakenOff[]; lookAlikes: Record<string, LookAlike> } | null;
  /** Whether the one who looks is the participant, rather than HR or a manager. */
  own: boolean;
  /** HR has pages of the cycle to go back to. */
  runsCycles: boolean;
  may: NominationRights;
  /** Who has to agree, while the list waits. */
  waitsFor: Exclude<Approver, "nobody"> | null;
  /** From when a list that waits counts as approved; null when that never happens by itself. */
  approvedOn: string | null;
  /**
   * Relationships colleagues can be asked under here, and whether people from outside can be, as far as there is room.
   */
  askable: Askable[];
  outside: { hasRoom: boolean } | null;
  short: Shortage[];
  forecast: { forecast: Forecast; basis: ForecastBasis };
  /** Who is to be stood in for, when the page was asked to do that. */
  instead: { id: string; name: string; relationship: Relationship } | null;
  /** Who was taken off and can be put back, and who was just now. */
  takenOut: TakenOut[];
  undo: TakenOut | null;
  found: PersonFound[];
  /** How many matched in all; only the first are shown. */
  matching: number;
};

/** Whom somebody took off a moment ago, as the page they were led to is told. */
export type Off = { personId: string; relationship: string; bySubject: boolean };

/**
 * A participant's raters and, for a search, the people who could be added; null for those it is not for.
 * @param wanted `instead` is a rater who declined or left, and is to be stood in for.
 */
export function nominationPage(
  platform: Platform,
  actor: Actor,
  participantId: string,
  wanted: { search: string; instead: string; off?: Off | null },
): Promise<NominationPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const choice = await raterChoice(tx, actor, participantId);
    if (!choice) return null;
    const { facts, cycle, raters, participant } = choice;
    const may: NominationRights = {
      add: mayAdd(actor, facts),
      handIn: mayHandIn(actor, facts),
      approve: mayApprove(actor, facts),
      giveBack: mayReturn(actor, facts),
      replace: mayReplaceRaters(actor, facts),
      withdraw: mayChangeLaunchedList(actor, facts),
    };
    const wantedPlace = raters.find((each) => each.id === wanted.instead);
    const instead = wantedPlace && isPlaceFree(may, wantedPlace) ? wantedPlace : null;
    const searches = wanted.search !== "" && (may.add || instead !== null);
    const found = searches ? await peopleToAdd(tx, actor, choice, wanted.search) : [];
    const chosen = countByRelationship(raters.filter((each) => !each.declined));
    const basis = await forecastBasis(tx, actor, cycle.instrumentId);
    const approver = approverOf(facts);
    const takenOut = await takenOutOf(tx, actor, choice);
    const zone = await organisationZone(tx, actor);
    return {
      choice,
      minimum: minimaOf(await policyOf(tx, actor, cycle.id), choice.list),
      judging: mayJudgeList(actor, facts) ? await judgingOf(tx, actor, participant.id) : null,
      own: actor.personId === participant.personId,
      runsCycles: mayRunRound(actor, cycle.id),
      may,
      waitsFor: waitsForApproval(facts) && approver !== "nobody" ? approver : null,
      approvedOn: approvedOn(
        choice.handedInAt && dateIn(zone, choice.handedInAt),
        cycle.approveAfterDays,
      ),
      askable: relationshipsOf(cycle.kind).filter(isAskable),
      outside:
        relationshipsOf(cycle.kind).includes("outside") && cycle.limits.outside?.max !== 0
          ? { hasRoom: hasRoom(cycle.limits, "outside", chosen) }
          : null,
      short: shortages(cycle.limits, chosen, {
        direct_report: await directReports(tx, actor, participant.personId, { withAddress: true }),
      }),
      forecast: { forecast: forecastReliability(chosen, basis), basis },
      instead,
      takenOut,
      undo:
        may.add && wanted.off ? await justTakenOff(tx, actor, choice, wanted.off, takenOut) : null,
      found: found.slice(0, SHOWN),
      matching: found.length,
    };
  });
}

/** Somebody who is not on the list any more; null where they are back, or unknown. */
async function justTakenOff(
  tx: Tx,
  actor: Actor,
  { raters }: RaterChoice,
  { personId, relationship, bySubject }: Off,
  takenOut: readonly TakenOut[],
): Promise<TakenOut | null> {
  const listed = takenOut.find((each) => each.personId === personId);
  if (listed) return listed;
  if (!isRelationship(relationship) || raters.some((each) => each.personId === personId))
    return null;
  const [person] = isId(personId) ? await peopleByIds(tx, actor, [personId]) : [];
  if (!person) return null;
  const { name, jobTitle } = person;
  return { personId, name, jobTitle, relationship, byParticipant: bySubject };
}

function minimaOf(policy: DisclosurePolicy, list: ListShape) {
  const of = (shape: ListShape) => policyForList(policy, shape).minimum;
  return { needed: of(list), agreed: of("agreed"), shaped: of("shaped") };
}

function isAskable(relationship: Relationship): relationship is Askable {
  return relationship !== "self" && relationship !== "outside";
}

async function judgingOf(tx: Tx, actor: Actor, participantId: string) {
  const found = await lookAlikesOn(tx, actor, [participantId]);
  return {
    takenOff: await takenOffBy(tx, actor, participantId),
    lookAlikes: Object.fromEntries(found.get(participantId) ?? []),
  };
}

async function peopleToAdd(
  tx: Tx,
  actor: Actor,
  choice: RaterChoice,
  search: string,
): Promise<PersonFound[]> {
  const people = await activePeople(tx, actor);
  const { personId } = choice.participant;
  const participant = people.find((person) => person.id === personId) ?? {
    id: personId,
    managerId: null,
  };
  const there = new Set([personId, ...choice.raters.map((rater) => rater.personId)]);
  const found = people.filter((person) => !there.has(person.id) && mentions(person, search));
  const shown = found.slice(0, SHOWN).map((person) => person.id);
  const loads = await requestLoad(tx, actor, choice.cycle.id, shown);
  return found.map((person) => {
    const load = loads.get(person.id) ?? noLoad;
    return {
      id: person.id,
      name: person.name,
      jobTitle: person.jobTitle,
      department: person.department,
      hasAddress: person.email !== null,
      likely: likelyRelationship(person, participant),
      load,
      hasRoom: mayBeAskedAgain(load, choice.cycle.requestCap),
    };
  });
}
