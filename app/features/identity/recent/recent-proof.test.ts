import { expect, test } from "vitest";
import { fixedClock } from "~/platform/clock/clock.ts";
import { hasRecentProof, keepRecentProof } from "./recent-proof.server.ts";

const at = (moment: string, secret = "secret of this server") => ({
  clock: fixedClock(new Date(moment)),
  secret,
  publicUrl: "https://house.test",
});
const kept = async () => {
  const header = await keepRecentProof(at("2026-03-02T12:00:00Z"), "token of the session");
  expect(header).toMatch(/; HttpOnly; Secure; SameSite=Lax$|Secure/);
  return header.split(";")[0] ?? "";
};

test("says for a quarter of an hour that its owner was asked, and not longer", async () => {
  const cookie = await kept();
  const holds = (moment: string) => hasRecentProof(at(moment), cookie, "token of the session");
  expect(await holds("2026-03-02T12:00:00Z")).toBe(true);
  expect(await holds("2026-03-02T12:14:59Z")).toBe(true);
  expect(await holds("2026-03-02T12:15:00Z")).toBe(false);
});

test("says nothing in another session, on another server, or made by hand", async () => {
  const cookie = await kept();
  const now = "2026-03-02T12:00:01Z";
  expect(await hasRecentProof(at(now), cookie, "token of another session")).toBe(false);
  expect(await hasRecentProof(at(now, "another secret"), cookie, "token of the session")).toBe(
    false,
  );
  for (const bad of [null, "", "twohats-recent=", "twohats-recent=a.b", `${cookie}x`])
    expect(await hasRecentProof(at(now), bad, "token of the session")).toBe(false);
});
