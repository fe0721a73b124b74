import { expect, test } from "vitest";
import { exactly, findPerson, meantBy, type Nameable } from "./find-person.ts";

const person = (id: string, given: Partial<Nameable>): Nameable => ({
  ...{ id, name: id, preferredName: null, givenName: null, familyName: null },
  ...{ email: null, employeeId: null, active: true },
  ...given,
});
const ana = person("ana", { name: "Ana Lima", email: "ana@x.org", employeeId: "7" });
const other = person("other", { name: "Ana Lima", email: "lima@x.org" });
const former = person("former", { name: "Bo Chen", active: false, employeeId: "9" });
const bo = person("bo", { name: "Bo Chen", givenName: "Bo", familyName: "Chen" });
const ase = person("ase", { name: "Åse Marie Berg", preferredName: "Ås", familyName: "Berg" });
const people = [ana, other, former, bo, ase];

test.each([
  ["7", "ana"],
  ["ANA@X.ORG", "ana"],
  ["Ana Lima (lima@x.org)", "other"],
  ["bo  chen", "bo"],
  ["Chen, Bo", "bo"],
  ["Bo Chen (9)", "former"],
  ["Ås Berg", "ase"],
  ["Ås", "ase"],
  ["åse marie berg", "ase"],
  ["Bo Chen (cook)", "bo"],
])("%s means %s", (text, id) => {
  expect(findPerson(people, text)).toMatchObject({ ok: true, person: { id } });
});

test("not exactly one is nobody, and it is told who could be meant", () => {
  expect(findPerson(people, "Ana Lima")).toEqual({
    ok: false,
    code: "several",
    among: [ana, other],
  });
  expect(findPerson(people, "Cy")).toEqual({ ok: false, code: "nobody", among: [] });
  expect(findPerson(people, "Ana")).toMatchObject({ code: "nobody" });
});

test("whom a text names exactly, it means", () => {
  for (const each of people.filter(({ email, employeeId }) => email ?? employeeId))
    expect(findPerson(people, exactly(each))).toEqual({ ok: true, person: each });
  expect(meantBy("Ana Lima (7)")).toEqual(["Ana Lima (7)", "7", "Ana Lima"]);
});
