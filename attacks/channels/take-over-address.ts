import type { Attack } from "../attack.ts";
import { fieldIn } from "../field-in.ts";

const TAKEN = 5;

type Asked = { id: string; employee_id: string; given: string; family: string; round_id: string };

/**
 * Gives raters other addresses by a people file, presses Remind, extends the round with a word to everyone, and opens
 * the links in the letters to these addresses.
 */
export const takeOverAddress: Attack = {
  name: "addresses taken over",
  by: "HR, who may change addresses and press Remind",
  rule: {
    file: "app/features/identity/domain/address-change.ts",
    from: 'if (state !== "waiting" && state !== "refused") return null;',
    to: "if (state) return null;",
  },
  async run({ as, copy, lettersLeft, stranger }) {
    const hr = await as("HR administrator");
    const people = await copy<Asked>(
      `SELECT DISTINCT ON (person.id) person.id, person.employee_id, person.given_name AS given, person.family_name AS family, request.round_id
         FROM request JOIN round ON round.id = request.round_id AND round.state = 'collecting'
         JOIN person ON person.id = request.person_id
        WHERE request.state = 'invited' AND request.relationship <> 'self' AND person.employee_id IS NOT NULL AND person.given_name IS NOT NULL
        ORDER BY person.id LIMIT ${TAKEN}`,
    );
    const rows = people.map(({ employee_id, given, family }, at) =>
      [employee_id, given, family, `taken${at}@elsewhere.example`].join(","),
    );
    const text = ["Employee ID,First name,Last name,Email", ...rows].join("\n");
    const review = await hr.upload("/people/import", { name: "people.csv", text });
    const fingerprint = fieldIn(await hr.page(review), "fingerprint");
    await hr.send(review, { intent: "confirm", fingerprint });
    const cycleId = people[0]?.round_id ?? "";
    await hr.send(`/cycles/${cycleId}`, { intent: "remind" });
    // At night reminders wait until the morning; a longer round is told at once.
    const extend = `/cycles/${cycleId}/extend`;
    const form = await hr.page(extend);
    await hr.send(extend, {
      closesOn: fieldIn(form, "closesOn"),
      revision: fieldIn(form, "revision"),
      tell: "on",
    });
    await lettersLeft();
    const letters = await copy<{ to_address: string; plain: string }>(
      "SELECT to_address, plain FROM message WHERE to_address LIKE 'taken%@elsewhere.example' AND plain IS NOT NULL",
    );
    const opened = new Set<string>();
    for (const { to_address, plain } of letters) {
      const link = /\/r\/[\w-]+/.exec(plain)?.[0];
      if (link && (await stranger(link)).status === 200) opened.add(to_address);
    }
    return { tried: people.length, found: opened.size };
  },
};
