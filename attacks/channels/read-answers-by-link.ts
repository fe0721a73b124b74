import type { Attack } from "../attack.ts";

/** Raters whose links are tried: opening each takes a few requests. */
const LINKS = 25;

/** Opens the links in HR's outbox, without the browsers that answers were written in, and reads what was sent. */
export const readAnswersByLink: Attack = {
  name: "answers read by link",
  by: "whoever holds a rater's link: HR with the outbox, a mail server, a changed address",
  rule: {
    file: "app/features/rounds/pseudonyms/device.server.ts",
    from: 'createHmac("sha256", deviceKey).update(pseudonym)',
    to: 'createHmac("sha256", "any device").update(pseudonym)',
  },
  async run({ as, copy, stranger, truth }) {
    const hr = await as("HR administrator");
    const sent = Map.groupBy(await truth.sent(), ({ personId }) => personId);
    const letters = await copy<{ id: string; plain: string; person_id: string }>(
      `SELECT message.id, message.plain, person.id AS person_id
         FROM message JOIN person ON person.email = message.to_address
        WHERE message.kind = 'invitation' AND message.plain IS NOT NULL AND person.id = ANY($1::uuid[])
        ORDER BY message.id`,
      [[...sent.keys()]],
    );
    let tried = 0;
    let found = 0;
    for (const { id, person_id } of letters.slice(0, LINKS)) {
      // As HR sees it on the page, not from the copy.
      const page = await hr.page(`/outbox/${id}`);
      const link = /\/r\/[\w-]+/.exec(page)?.[0];
      if (!link) continue;
      for (const { requestId } of sent.get(person_id) ?? []) {
        const { status, text } = await stranger(`${link}/${requestId}/save`);
        if (status !== 200) continue;
        tried += 1;
        const { fields } = JSON.parse(text) as { fields: Record<string, string> };
        if (Object.values(fields).some((value) => value !== "")) found += 1;
      }
    }
    return { tried, found };
  },
};
