import type { Attack } from "../attack.ts";

/** What a page says, without what differs each time it is made. */
const words = (page: string) =>
  page
    .replaceAll(/<script[^>]*>.*?<\/script>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

/**
 * Reloads every page that tells how far a round is, before and after someone sent answers, and looks for a difference.
 */
export const watchProgress: Attack = {
  name: "watching who answers when",
  by: "HR, by reloading the pages of an open round",
  rule: {
    file: "app/features/rounds/answering/told-reads.server.ts",
    from: "response.told = 'done'",
    to: "response.state = 'submitted'",
  },
  async run({ as, copy }) {
    const hr = await as("HR administrator");
    const rater = await as("rater with requests waiting");
    const list = await rater.page("/requests");
    const requests = [...new Set(list.match(/(?<=\/requests\/)[0-9a-f-]{36}/g))];
    let tried = 0;
    let found = 0;
    for (const request of requests.slice(0, 3)) {
      const [row] = await copy<{ round_id: string }>("SELECT round_id FROM request WHERE id = $1", [
        request,
      ]);
      const round = `/cycles/${row?.round_id}`;
      const paths = [
        "/cycles",
        ...["participants", "departments", "people"].map((tab) => `${round}?tab=${tab}`),
        `${round}/close`,
        `${round}/extend`,
      ];
      const look = async () =>
        (await Promise.all(paths.map((path) => hr.page(path)))).map(words).join("\n");
      const before = await look();
      const answers = Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [`item-${at}`, "1"]),
      );
      await rater.post(`/requests/${request}/save`, answers);
      const sent = await rater.post(`/requests/${request}/send`, { declineRest: "1" });
      if (sent !== 302) throw new Error(`sending was answered with ${sent}`);
      tried += 1;
      if ((await look()) !== before) found += 1;
    }
    return { tried, found };
  },
};
