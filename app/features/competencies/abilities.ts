import type { Actor } from "~/features/identity/index.ts";
import { mayReadTalk, type Views } from "./domain/assessments/assessment-readers.ts";
import {
  type LevelsOf,
  mayReadLevelsOf,
  mayReadOwnLevels,
  mayReadSkillsOfOthers,
  mayRecord,
  mayWeighAbsences,
  mayWithdraw,
} from "./policy.ts";

const other: LevelsOf = {
  ...{ personId: "somebody else", department: "another department" },
  ...{ above: [], hasLeft: false },
};

type May = (actor: Actor, about: LevelsOf) => boolean;

const on = (may: May) => ({
  own: (actor: Actor) =>
    actor.personId !== null && may(actor, { ...other, personId: actor.personId }),
  ofTheirs: (actor: Actor) =>
    actor.personId !== null && may(actor, { ...other, above: [actor.personId] }),
  ofUnits: (actor: Actor) => may(actor, { ...other, department: actor.units?.[0] ?? null }),
  others: (actor: Actor) => may(actor, other),
  whoLeft: (actor: Actor) => may(actor, { ...other, hasLeft: true }),
});

const reads = on(mayReadLevelsOf);
const records = on((actor, about) => mayRecord(actor, about, "observation"));
const takesBack = (about: LevelsOf, by: (actor: Actor) => string | null) => (actor: Actor) =>
  mayWithdraw(actor, about, { source: "observation", saidBy: null, recordedBy: by(actor) });
const takesBackAgreed = on((actor, about) =>
  mayWithdraw(actor, about, { source: "agreed", saidBy: actor.personId, recordedBy: null }),
);

/** An assessment of somebody else, by others, whose every part was sent. */
const sent: Views = {
  subjectPersonId: other.personId,
  sheets: (["self", "manager", "second"] as const).map((part) => ({
    ...{ part, authorId: `their ${part}`, isSent: true },
  })),
};

type By = Views["sheets"][number]["part"];

const writes = (part: By, { personId }: Actor, views: Views = sent): Views => ({
  ...views,
  ...(part === "self" && personId !== null ? { subjectPersonId: personId } : {}),
  sheets: views.sheets.map((each) => (each.part === part ? { ...each, authorId: personId } : each)),
});
const talks = (part: By) => (actor: Actor) => mayReadTalk(actor, writes(part, actor));

/** Who may do what with somebody's levels, by what they are to them: rows of `docs/roles.md`. */
export const competencyAbilities = {
  "read everything that is held about their own levels": mayReadOwnLevels,
  "read levels, as far as they were given for staffing: of whoever reports to them, also through others":
    reads.ofTheirs,
  "read levels, as far as they were given for staffing: of their departments": reads.ofUnits,
  "read levels, as far as they were given for staffing: of anybody else": reads.others,
  "read levels, as far as they were given for staffing: of whoever left": reads.whoLeft,
  "open tables of levels, of those whose levels they may read": mayReadSkillsOfOthers,
  "see in such tables who is away": mayWeighAbsences,
  "say their own level": (actor: Actor) =>
    mayRecord(actor, { ...other, personId: actor.personId ?? other.personId }, "self"),
  "record what shows a level: their own": records.own,
  "record what shows a level: of whoever reports to them, also through others": records.ofTheirs,
  "record what shows a level: of their departments": records.ofUnits,
  "record what shows a level: of anybody else": records.others,
  "take back what others recorded of a level: of whoever reports to them": (actor: Actor) =>
    actor.personId !== null &&
    takesBack({ ...other, above: [actor.personId] }, () => "another")(actor),
  "take back what others recorded of a level: of anybody else": takesBack(other, () => "another"),
  "take back what they recorded themselves of whoever reports to them": (actor: Actor) =>
    actor.personId !== null &&
    takesBack({ ...other, above: [actor.personId] }, ({ personId }) => personId)(actor),
  "take back a level that two agreed on: their own": takesBackAgreed.own,
  "take back a level that two agreed on: of whoever reports to them": takesBackAgreed.ofTheirs,
  "take back a level that two agreed on: of anybody else": takesBackAgreed.others,
  "read both views of an assessment once they were sent: about themselves": talks("self"),
  "read both views of an assessment once they were sent: as the one who assesses": talks("manager"),
  "read both views of an assessment once they were sent: as a second assessor": talks("second"),
  "read both views of an assessment once they were sent: of anybody else": (actor: Actor) =>
    mayReadTalk(actor, sent),
  "read both views of an assessment before the other was sent: about themselves": (actor: Actor) =>
    mayReadTalk(actor, {
      ...writes("self", actor),
      sheets: sent.sheets.map((each) => ({ ...each, isSent: each.part === "self" })),
    }),
};
