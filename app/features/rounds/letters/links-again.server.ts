import { holdsOn } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { lettersSince } from "~/features/letters/index.server.ts";
import { holderOfAddress, peopleByIds } from "~/features/people/index.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { LettersAgain } from "~/platform/feature/letter-again.ts";
import { mayRunRounds } from "../domain/may-run-rounds.ts";
import { openInvitationsOf } from "../reads/asked-reads.server.ts";
import { extended, linkAgain, newLink, roundLetters } from "./kinds.ts";
import { sendNewLinks } from "./new-link-letters.server.ts";

const DAY_MS = 24 * 3_600_000;

/**
 * A rater's letter once more: their link, to the address they have now, as long as they are asked, whether they
 * answered or not, so that it tells nobody. Never while a changed address waits, and one a day.
 */
export const linksAgain: LettersAgain<Actor> = {
  kinds: [roundLetters.invitation, roundLetters.reminder, extended, newLink, linkAgain].map(
    ({ name }) => name,
  ),
  async send(platform, tx, actor, { aboutId, toAddress }) {
    const found = mayRunRounds(actor) ? await holderOfAddress(tx, actor, toAddress) : null;
    if (!found?.active) return refuse("nobody");
    const now = platform.clock.now();
    if ((await holdsOn(tx, actor, [found.id], now)).size > 0) return refuse("held");
    const open = (await openInvitationsOf(tx, actor, [found.id])).filter(
      ({ round }) => round.id === aboutId,
    );
    if (open.length === 0) return refuse("over");
    const since = new Date(now.getTime() - DAY_MS);
    const lately = await lettersSince(tx, actor, [linkAgain.name], since);
    if (lately.some((each) => each.aboutId === aboutId && each.toAddress === toAddress))
      return refuse("today");
    const people = await peopleByIds(tx, actor, [found.id]);
    const readers = people.flatMap(({ id, email, name, language }) =>
      email === null ? [] : [[id, { name, email, language }] as const],
    );
    await sendNewLinks(platform, tx, actor, open, new Map(readers), linkAgain);
    return { ok: true };
  },
};
