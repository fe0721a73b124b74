import { builtInMarginals } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import { measureOf } from "~/features/questionnaires/answering/measure-of.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { poolSpreads } from "~/features/reports/domain/pooled-spreads.ts";
import type { OwnFigures, ReportContent } from "~/features/reports/domain/report-content.ts";
import { scoreParticipant } from "~/features/reports/domain/score-participant.ts";
import { ratersBehind } from "~/features/rounds/answering/raters-behind.server.ts";
import { submittedResponses } from "~/features/rounds/answering/response-store.server.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { lockRound, storedPolicy } from "~/features/rounds/store/round-store.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { raterChoice } from "../lists/nomination-reads.server.ts";
import { addExternalRater } from "../nomination/add-external-rater.server.ts";
import { removeRater } from "../nomination/choose-raters.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import {
  accepted,
  answer,
  closeAndScore,
  draftCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { sentAnswers } from "../testing/participant-attack.ts";

/**
 * A draft about the house's lead, who chooses their own raters, and what is done with such a list: by the participant,
 * by HR, by colleagues who answer and by whoever was brought from outside.
 */
export function ownList(db: () => TestDatabase) {
  let house: House;
  let cycleId: string;
  let participantId: string;

  async function begin() {
    house = await createHouse(db().platform);
    cycleId = await draftCycle(db().platform, house);
    const ids = accepted(
      await assignRaters(db().platform, house.admin, cycleId, usualAssignments(house)),
    );
    participantId = ids.get(house.people.lead) ?? "";
    return { house, participantId, lead: house.member(house.people.lead) };
  }

  const cycle = () => ({ organisationId: house.organisationId, id: cycleId });
  const open = async (approvedBy = "nobody") => {
    await db().owner.query("UPDATE cycle SET approved_by = $2 WHERE round_id = $1", [
      cycleId,
      approvedBy,
    ]);
    accepted(await openNominations(db().platform, house.admin, cycleId));
  };
  const bring = async (actor: Actor, ...names: string[]) => {
    for (const name of names)
      required(
        await addExternalRater(db().platform, actor, participantId, {
          name,
          address: `${name}@x.example`,
        }),
      );
  };
  const list = async () =>
    (
      await inOrganisation(db().platform, house, (tx) =>
        raterChoice(tx, house.admin, participantId),
      )
    )?.raters ?? [];

  /** Takes everyone off the list but these and whoever is from outside. */
  async function leave(actor: Actor, ...personIds: string[]): Promise<void> {
    for (const { id, personId, relationship } of await list())
      if (!personIds.includes(personId) && !["self", "outside"].includes(relationship))
        required(await removeRater(db().platform, actor, participantId, id));
  }

  const outsiders = async () =>
    (
      await db().owner.query<{ id: string }>(
        "SELECT id FROM person WHERE organisation_id = $1 AND external ORDER BY name",
        [house.organisationId],
      )
    ).rows.map(({ id }) => id);

  const launch = async () => accepted(await launchCycle(db().platform, house.admin, cycleId));

  async function says(
    personId: string,
    ratings: readonly number[],
    comment?: string,
  ): Promise<void> {
    const rater = {
      organisationId: house.organisationId,
      personId,
      roundId: cycleId,
      device: personId,
    };
    const [request] = await inOrganisation(db().platform, rater, (tx) =>
      openRequests(tx, rater, db().platform.secret),
    );
    const comments = comment === undefined ? undefined : { keep: comment };
    if (!request) throw new Error("nobody asked this person");
    await answer(db().platform, rater, request.id, { ratings, comments });
  }

  /** Colleagues answer, each in their own way. */
  async function colleaguesAnswer(...personIds: string[]): Promise<void> {
    const ways = [
      [1, 0, -1],
      [0, 1, 1],
      [-1, 1, 0],
      [1, 1, -1],
      [0, -1, 1],
    ];
    for (const [at, personId] of personIds.entries())
      await says(personId, ways[at % ways.length] ?? []);
  }

  async function puppetsAnswer(): Promise<void> {
    for (const [at, puppet] of (await outsiders()).entries())
      await says(puppet, at % 2 === 0 ? [-2, 2, -1] : [2, -2, 1]);
  }

  const sent = async (known: string[]) => sentAnswers(db(), cycle(), participantId, known);

  async function report(): Promise<ReportContent> {
    await closeAndScore(db().platform, house, cycleId);
    const { rows } = await db().owner.query<{ result: ReportContent }>(
      "SELECT result FROM report WHERE participant_id = $1",
      [participantId],
    );
    if (!rows[0]) throw new Error("no report was made");
    return rows[0].result;
  }

  const shown = ({ groups }: ReportContent) => groups.map(({ id, raters }) => `${id} ${raters}`);
  const anyFigure = (content: ReportContent) =>
    content.items.some(({ estimates }) =>
      Object.entries(estimates).some(([group, { shown }]) => shown && group !== "self"),
    );

  /** What the report would be if everyone counted, under the relationship they were wanted for. */
  async function withoutTheRule(puppetsAs: string): Promise<OwnFigures> {
    return inOrganisation(db().platform, house, async (tx) => {
      const row = await lockRound(tx, house, cycleId);
      if (!row) throw new Error("the cycle is gone");
      const asked = await instrumentById(tx, row, row.instrumentId);
      if (!asked) throw new Error("the questionnaire is gone");
      const measure = measureOf(asked.instrument, asked.framework);
      const found = await submittedResponses(
        tx,
        row,
        await ratersBehind(tx, row, db().platform.secret),
      );
      const responses = found.map(({ subjectId, ...each }) => ({
        ...each,
        participantId: subjectId,
        counts: true,
        relationship: each.relationship === "outside" ? puppetsAs : each.relationship,
      }));
      const policy = storedPolicy(row.disclosurePolicy);
      return scoreParticipant({
        measure,
        policy,
        responses,
        asked: ["self", "peer"],
        comments: [],
        spreads: poolSpreads(measure, responses, policy),
        marginals: Object.fromEntries(
          measure.items.map(({ id, scale }) => [id, builtInMarginals(scale)]),
        ),
        chance: () => 1 - 1e-9,
        seed: participantId,
      });
    });
  }

  return {
    begin,
    cycle,
    open,
    bring,
    list,
    leave,
    outsiders,
    launch,
    says,
    colleaguesAnswer,
    puppetsAnswer,
    sent,
    report,
    shown,
    anyFigure,
    withoutTheRule,
  };
}
