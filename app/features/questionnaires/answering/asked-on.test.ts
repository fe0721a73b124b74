import { expect, test } from "vitest";
import { everyKind } from "../gallery/every-kind.ts";
import { type Instrument, parseInstrument } from "../instruments/instrument.ts";
import { askedOn } from "./asked-on.ts";

const reader = { relationship: "peer", name: "Sam" };

function dependingOn(item: string, ...is: number[]): Instrument {
  const { items, ...instrument } = everyKind();
  const last = items.length - 1;
  return parseInstrument({
    ...instrument,
    items: items.map((each, at) => (at === last ? { ...each, when: { item, is } } : each)),
  });
}

test("an item that depends on another says on which answers to it, in their own words", () => {
  expect(askedOn(everyKind(), reader)).toEqual(
    new Map([["help", { question: "Where do you mostly work?", answers: ["At home"] }]]),
  );
});

test("whatever kind it depends on", () => {
  const on = (item: string, ...is: number[]) =>
    askedOn(dependingOn(item, ...is), reader).get("else");
  expect(on("meetings", -2, -1)?.answers).toEqual(["Far too little", "Too little"]);
  expect(on("thanks", 1)?.answers).toEqual(["Never"]);
  expect(on("help", 2)?.answers).toEqual(["A second screen"]);
  expect(on("recommend", 0, 1)?.answers).toEqual(["0", "1"]);
});

test("it is asked about in the words of whoever reads", () => {
  const own = everyKind();
  const named = parseInstrument({
    ...own,
    items: own.items.map((item) =>
      item.key === "place"
        ? { ...item, self: "Where do you work?", other: "Where is {{name}}?" }
        : item,
    ),
  });
  const question = (relationship: string) =>
    askedOn(named, { ...reader, relationship }).get("help")?.question;
  expect(question("self")).toBe("Where do you work?");
  expect(question("direct_report")).toBe("Where is Sam?");
});
