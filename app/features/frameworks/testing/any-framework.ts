import fc from "fast-check";
import { observers } from "../domain/observers.ts";
import { checkOwnFramework } from "../domain/own/check-own-framework.ts";
import { type OwnFramework, ownFrameworkSchema } from "../domain/own/own-framework.ts";

const word = fc.stringMatching(/^[A-Za-zäöß=+@-][A-Za-z ,;"'äöß>/-]{0,12}[A-Za-z]$/);
const lines = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n"));
const uuid = fc.uuid({ version: 4 });

/** Any framework that is right: groups in a tree, levels, anchors on some of them, several values, several lines. */
export const anyFramework: fc.Arbitrary<OwnFramework> = fc
  .record({
    levels: fc.uniqueArray(word, { minLength: 2, maxLength: 10 }),
    groups: fc.uniqueArray(fc.record({ id: uuid, name: word, up: fc.nat() }), {
      selector: ({ id }) => id,
      maxLength: 5,
    }),
    competencies: fc.uniqueArray(
      fc.record({
        ...{ id: uuid, name: word, in: fc.nat(), description: fc.oneof(lines, fc.constant("")) },
        ...{
          tags: fc.uniqueArray(word, { maxLength: 3 }),
          otherNames: fc.array(word, { maxLength: 3 }),
        },
        hat: fc.constantFrom(null, "managing", "leading"),
        anchors: fc.array(fc.option(fc.tuple(lines, fc.subarray([...observers]))), {
          maxLength: 10,
        }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ levels, groups, competencies }) =>
    ownFrameworkSchema.parse({
      ...{ name: "On the water", language: "en", levels: levels.map((name) => ({ name })) },
      groups: groups.map(({ id, name, up }, at) => ({
        ...{ id, name: `${name} ${at}`, parent: groups[(up % (at + 1)) - 1]?.id ?? null },
      })),
      competencies: competencies.map(({ in: within, anchors, ...each }) => ({
        ...each,
        // A description that is the name says nothing, and CASE has one statement for both.
        description: each.description === each.name ? "" : each.description,
        group: groups[within % (groups.length + 1)]?.id ?? null,
        anchors: anchors.slice(0, levels.length).flatMap((anchor, at) => {
          return anchor
            ? [{ level: at + 1, text: `${anchor[0]}\n${at}`, observableBy: anchor[1] }]
            : [];
        }),
      })),
    }),
  )
  .filter((framework) => checkOwnFramework(framework).length === 0);
