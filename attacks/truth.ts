import { createHmac, hkdfSync } from "node:crypto";

/** Rows of a copy of the database. */
export type Copy = <Row extends object>(query: string, values?: unknown[]) => Promise<Row[]>;

/** An answer that was sent, and who sent it. */
export type Sent = {
  requestId: string;
  cycleId: string;
  personId: string;
  participantId: string;
  relationship: string;
  /** The response's pseudonym, in hex. */
  pseudonym: string;
};

/**
 * What only the server's secret tells: who wrote what. Worked out anew here, so that a rule switched off in the product
 * does not blind it.
 */
export class Truth {
  readonly #copy: Copy;
  readonly #secret: string;

  constructor(copy: Copy, secret: string) {
    this.#copy = copy;
    this.#secret = secret;
  }

  /** What was sent in rounds that are open. */
  async sent(): Promise<Sent[]> {
    const pairs = await this.#copy<Omit<Sent, "pseudonym"> & { salt: Buffer }>(
      `SELECT request.id AS "requestId", request.round_id AS "cycleId", request.person_id AS "personId",
              request.subject_id AS "participantId", request.relationship, round_secret.salt
         FROM request JOIN round_secret ON round_secret.round_id = request.round_id
        WHERE request.state = 'invited'`,
    );
    const stored = new Set(
      (
        await this.#copy<{ pseudonym: Buffer }>(
          "SELECT pseudonym FROM response WHERE state = 'submitted' AND pseudonym IS NOT NULL",
        )
      ).map(({ pseudonym }) => pseudonym.toString("hex")),
    );
    return pairs.flatMap(({ salt, ...pair }) => {
      const key = Buffer.from(hkdfSync("sha256", this.#secret, salt, "rater pseudonym", 32));
      // By the pair, and as it would be with that rule switched off: by the person.
      const names = [`${pair.personId} ${pair.participantId}`, pair.personId].map((of) =>
        createHmac("sha256", key).update(of).digest("hex"),
      );
      const pseudonym = names.find((name) => stored.has(name));
      return pseudonym ? [{ ...pair, pseudonym }] : [];
    });
  }
}
