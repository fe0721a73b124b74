import type { House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { foreseeMerge, mergeAsForeseen } from "~/features/people/testing/merge.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { personalOfAll } from "~/home/personal.server.ts";
import type { TestDatabase } from "./test-database.ts";

/** Merging as HR does it: what the page foresees, then the same by its fingerprint. */
export function merging(db: () => TestDatabase, house: () => House) {
  const owned = (query: string, ...values: unknown[]) =>
    db()
      .owner.query(query, values)
      .then(({ rows }) => rows);

  const preview = (stays: string, other: string, actor: Actor = house().admin) =>
    foreseeMerge(db().platform, personalOfAll, actor, { stays, other });

  return {
    owned,
    preview,
    words: async (stays: string, goes: string, actor?: Actor) =>
      (await preview(stays, goes, actor)).hindrances.map(({ word }) => word),

    merge: (stays: string, other: string, take?: "jobTitle"[], actor: Actor = house().admin) =>
      mergeAsForeseen(db().platform, personalOfAll, actor, { stays, other, take }),

    /** A second record of the lead's colleague, long enough here to be asked by its own address. */
    async double(facts: { email?: string; employeeId?: string } = {}) {
      const { twin } = await createPeople(db().platform, house(), {
        twin: { name: "Peer One", email: "peer.one@other.test", jobTitle: "Mate", ...facts },
      });
      return twin;
    },

    later: (days: number) =>
      db().platform.clock.set(new Date(Date.parse("2026-03-02T12:00:00Z") + days * 86_400_000)),

    lettersTo: (address: string) =>
      owned(
        "SELECT kind, to_name, subject, plain FROM message WHERE organisation_id = $1 AND to_address = $2",
        ...[house().organisationId, address],
      ),
  };
}
