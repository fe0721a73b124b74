import type { Visitor } from "../../test/commands/visitor.ts";
import type { Attack } from "../attack.ts";
import { fieldIn } from "../field-in.ts";
import type { Target } from "../target.ts";

type Listed = {
  id: string;
  person_id: string;
  relationship: string;
  email: string | null;
  external: boolean;
};

const ITEMS = 60;
/** As many as with one colleague make up the wider minimum of a list that nobody else agreed to. */
const PUPPETS = 3;
/** What the colleague answers, question by question: nobody else knows it. */
const secretOf = (item: number) => [1, -1, 0, 1, 0][item % 5] ?? 0;
const PATIENCE_MS = 120_000;

/**
 * A participant brings addresses of their own as raters from outside, takes everyone but one colleague off the list,
 * answers as all of them, and subtracts: what is left of an average is the colleague's answer.
 */
export const participantAlone: Attack = {
  name: "a participant alone",
  by: "a participant who chooses raters and answers as some of them",
  rule: {
    file: "app/features/rounds/domain/counting.ts",
    from: "return !origin.broughtFromOutsideBySubject && !origin.readdressedDuringRound;",
    to: "return Boolean(origin);",
  },
  async run(target) {
    const participant = await target.as("manager choosing raters");
    const hr = await target.as("HR administrator");
    const [own] = await target.copy<{ id: string; round_id: string }>(
      `SELECT subject.id, subject.round_id
         FROM subject JOIN round ON round.id = subject.round_id AND round.state = 'nominating'
         JOIN person ON person.id = subject.person_id JOIN auth."user" u ON u.email = person.email
         JOIN membership ON membership.person_id = person.id AND membership.role = 'member'`,
    );
    if (!own) throw new Error("the sample has no round in which raters are chosen");
    const colleague = await shapeList(target, participant, own.id);
    const list = `/nominations/${own.id}`;
    await participant.post(list, { intent: "done" });
    await hr.post(list, { intent: "approve" });
    await hr.send(`/cycles/${own.round_id}/setup/review`, { intent: "launch" });
    await target.lettersLeft();
    for (const rater of await listed(target, own.id)) {
      if (rater.external) await answers(target, rater, () => 0);
      else if (rater.person_id === colleague) await answers(target, rater, secretOf);
    }
    await close(target, hr, own.round_id);
    return subtract(target, participant, own.id);
  },
};

function listed({ copy }: Target, participantId: string): Promise<Listed[]> {
  return copy<Listed>(
    `SELECT request.id, request.person_id, request.relationship, person.email, person.external
       FROM request JOIN person ON person.id = request.person_id
      WHERE request.subject_id = $1 AND request.state IN ('chosen', 'invited') ORDER BY request.id`,
    [participantId],
  );
}

/** Leaves one colleague and some addresses of one's own. @returns the colleague. */
async function shapeList(target: Target, participant: Visitor, id: string): Promise<string> {
  const page = `/nominations/${id}`;
  for (let at = 1; at <= PUPPETS; at++) {
    const address = `own+${at}@elsewhere.example`;
    const name = `Outside ${at}`;
    await participant.post(page, { intent: "external", name, address, language: "" });
  }
  const others = (await listed(target, id)).filter(
    ({ relationship, external }) => !external && !["self", "manager"].includes(relationship),
  );
  const [kept, ...rest] = others.toSorted(
    (a, b) => Number(b.relationship === "peer") - Number(a.relationship === "peer"),
  );
  for (const { id: rater } of rest) await participant.post(page, { intent: "remove", rater });
  if (!kept) throw new Error("the participant has no colleague on the list");
  return kept.person_id;
}

/** Answers by the link in the rater's letter, as they would. */
async function answers(target: Target, rater: Listed, of: (item: number) => number): Promise<void> {
  const [letter] = await target.copy<{ plain: string }>(
    `SELECT message.plain FROM message JOIN request ON request.round_id = message.about_id
      WHERE request.id = $1 AND message.to_address = $2 AND message.kind = 'invitation' AND message.plain IS NOT NULL`,
    [rater.id, rater.email],
  );
  const link = /\/r\/[\w-]+/.exec(letter?.plain ?? "")?.[0];
  if (!link) throw new Error("a rater has no letter");
  const browser = await target.as("nobody");
  await browser.page(`${link}/${rater.id}`);
  const fields = Array.from({ length: ITEMS }, (_, item) => [`item-${item}`, `${of(item)}`]);
  await browser.post(`${link}/${rater.id}/save`, Object.fromEntries(fields));
  const sent = await browser.post(`${link}/${rater.id}/send`, { declineRest: "1" });
  if (sent !== 302) throw new Error(`sending was answered with ${sent}`);
}

async function close({ copy }: Target, hr: Visitor, cycleId: string): Promise<void> {
  const round = `/cycles/${cycleId}`;
  const revision = fieldIn(await hr.page(`${round}/close`), "revision");
  await hr.send(`${round}/close`, { revision });
  await hr.post(round, { intent: "score-now" });
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await copy<{ state: string }>("SELECT state FROM round WHERE id = $1", [cycleId]);
    if (row?.state === "closed") break;
    if (performance.now() > until) throw new Error(`the round is still ${row?.state}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await hr.post(round, { intent: "release" });
}

/**
 * What the participant works out from the file of their own report: an average of four times four, since all others
 * said 0.
 */
async function subtract(target: Target, participant: Visitor, participantId: string) {
  const [report] = await target.copy<{ id: string }>(
    "SELECT id FROM report WHERE participant_id = $1 AND released_at IS NOT NULL",
    [participantId],
  );
  if (!report) throw new Error("the participant has no report to read");
  const file = await participant.page(`/reports/${report.id}/figures.csv`);
  const rows = file.split("\r\n").filter((row) => row.startsWith("Behaviour"));
  const figures = rows
    .filter((row) => row.includes("All others"))
    .map((row) => /,(-?[\d.]*),(?:-?[\d.]*),(?:-?[\d.]*),(\d*),/.exec(row));
  let found = 0;
  for (const [item, figure] of figures.entries()) {
    const mean = figure?.[1] ? Number(figure[1]) : null;
    if (mean === null || figure?.[2] !== `${PUPPETS + 1}`) continue;
    if (Math.round((PUPPETS + 1) * mean) === secretOf(item)) found += 1;
  }
  return { tried: figures.length, found };
}
