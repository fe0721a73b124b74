import type { Unit } from "./structure.ts";
import { engineering, fleet } from "./structure-sea.ts";
import { commercial, finance, peopleAndCulture, terminals } from "./structure-shore.ts";

/** Harbourline from the chief executive down: 240 posts, 59 of them with reports. */
export const harbourline: Unit = {
  title: "Chief executive",
  level: "Executive",
  place: "Dublin",
  division: "Chief executive’s office",
  department: "Finance and administration",
  staff: [{ title: "Executive assistant", count: 1, place: "Dublin" }],
  units: [fleet, engineering, terminals, commercial, finance, peopleAndCulture],
};
