import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attacks } from "../../attacks/channels/index.ts";

// `npm run attack` builds the product without each of these rules. A rule that was moved or reworded would leave its
// attack without proof until somebody runs it.
test.each(attacks.map(({ name, rule }) => ({ name, ...rule })))(
  "$name: the rule that is switched off stands where the attack says",
  ({ file, from, to }) => {
    expect(readFileSync(file, "utf8").split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  },
);
