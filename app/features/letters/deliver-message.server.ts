import { setTimeout as pause } from "node:timers/promises";
import { isSuspended } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { noteDue } from "~/platform/due/due-store.server.ts";
import type { LetterWays } from "~/platform/feature/letter-ways.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Claim, claimMessage, freeAgainAt } from "./claim-store.server.ts";
import { stopAddress } from "./declining/stop-link.server.ts";
import { nextTry, type Refusal, refusalOf } from "./domain/refusal.ts";
import type { DressedText } from "./dress-letter.server.ts";
import { mailId } from "./mail-id.server.ts";
import {
  markBounced,
  markFailed,
  markSent,
  markSuspended,
  markTooLate,
  markUnsent,
  markWaiting,
  markWithoutLink,
} from "./outcome-store.server.ts";
import { withLink } from "./with-link.server.ts";

/**
 * How long a letter is its sender's alone: twice as long as a mailer takes at most, with time to note what became of
 * it.
 */
const CLAIM_SECONDS = 5 * 60;

/** A database that restarts is back by then; what is not noted at last is sent once more when the claim has run out. */
const NOTED_AGAIN_AFTER_MS = [500, 2_000, 10_000];

/** What is sent: a claim, with its link in its text. */
type Ready = { claim: Claim; unsubscribe: string | null } & DressedText;

type Order = OrganisationScope & { messageId: string };

/** `ways`: the links that features lend, which their letters are made with. */
type Delivery = { ways?: LetterWays; claimSeconds?: number };

/**
 * Hands one message over: claims it, sends it, notes what became of it. Nothing of the database is held while the mail
 * server takes its time. Done twice or by two processes, it is sent once; a claim that its holder did not live to use
 * is taken over when it has run out, so that nothing is lost. What the mail server does not take is tried again, by a
 * job made in the transaction that notes it; an address it does not know is not.
 *
 * Sent twice is a letter only when the mail server took it and that could not be noted: the process was killed between
 * the two, the database was away for longer than the tries above, or the server said yes after the mailer had given it
 * up. SMTP has no way to ask whether a letter arrived; both carry the same Message-ID, by which receivers drop the
 * second.
 */
export async function deliverMessage(
  platform: Platform,
  order: Order,
  { ways = {}, claimSeconds = CLAIM_SECONDS }: Delivery = {},
): Promise<void> {
  const { mailer } = platform;
  const ready = await takeUp(platform, order, { ways, claimSeconds });
  if (!ready || mailer.kind !== "smtp") return;
  const { claim, unsubscribe, html, plain: text, logo } = ready;
  const refusal = await mailer
    .send({
      id: mailId(platform, order.messageId),
      to: { name: claim.toName, address: claim.toAddress },
      subject: claim.subject,
      html,
      text,
      ...(logo && { pictures: [logo] }),
      ...(unsubscribe && { unsubscribe }),
    })
    .then(() => null, refusalOf);
  await untilNoted(platform, order, () => note(platform, order, claim, refusal));
}

/**
 * Claims a message, where there is a mail server to hand it to. One that can't be had now is looked at again when it
 * can.
 */
function takeUp(
  platform: Platform,
  order: Order,
  { ways, claimSeconds: seconds }: Required<Delivery>,
): Promise<Ready | null> {
  const { mailer, clock, jobs } = platform;
  const { organisationId, messageId } = order;
  return inOrganisation(platform, order, async (tx) => {
    if (await isSuspended(tx, order)) {
      await markSuspended(tx, order);
      return null;
    }
    if (mailer.kind === "smtp") {
      const claim = await claimMessage(tx, order, { now: clock.now(), seconds });
      if (claim) return made(platform, tx, claim, ways);
    } else {
      const as = mailer.kind === "outbox" ? "kept" : "without-server";
      if (await markUnsent(tx, order, as)) {
        if (as === "without-server")
          await noteDue(tx, order, "letters-without-server", clock.now());
        return null;
      }
    }
    if (await markTooLate(tx, order)) return null;
    const again = await freeAgainAt(tx, order);
    if (again) await jobs.enqueue(tx, "send-message", [{ organisationId, messageId }], again);
    return null;
  });
}

/** Makes the link of a letter that leaves now. Where nobody may be sent one any more, the letter stays. */
async function made(
  platform: Platform,
  tx: Tx,
  claim: Claim,
  ways: LetterWays,
): Promise<Ready | null> {
  const text = await withLink(platform, tx, claim, claim, ways);
  if (text) return { claim, unsubscribe: await stopAddress(platform, tx, claim), ...text };
  await markWithoutLink(tx, claim);
  return null;
}

function note(
  platform: Platform,
  order: Order,
  claim: Claim,
  refusal: Refusal | null,
): Promise<void> {
  const { clock, jobs, log } = platform;
  const { organisationId, messageId } = order;
  return inOrganisation(platform, order, async (tx) => {
    if (!refusal) {
      if (!(await markSent(tx, claim, clock.now())))
        log.warn({ messageId }, "sent, settled before");
      return;
    }
    if (refusal.bounced) return markBounced(tx, claim, refusal.code);
    const { attempts, triedSince } = claim;
    const again = nextTry({ since: triedSince, tries: attempts }, clock.now());
    if (!again) return markFailed(tx, claim, refusal.code);
    if (await markWaiting(tx, claim, refusal.code, again))
      await jobs.enqueue(tx, "send-message", [{ organisationId, messageId }], again);
  });
}

/** @throws what the last try failed with. */
async function untilNoted(
  { log }: Platform,
  { messageId }: Order,
  work: () => Promise<void>,
): Promise<void> {
  for (const wait of NOTED_AGAIN_AFTER_MS) {
    try {
      return await work();
    } catch (error) {
      log.warn({ messageId, code: refusalOf(error).code }, "letter not noted yet");
      await pause(wait);
    }
  }
  await work();
}
