import { expect, test } from "vitest";
import { personRecord } from "../../testing/person-record.ts";
import { namesOf } from "./names-of.ts";

test("whole names in every way they are written, and no first name alone", () => {
  const ada = personRecord({
    ...{ id: "a", name: "Ada Maria Quay", preferredName: "Adi" },
    ...{ givenName: "Ada Maria", familyName: "Quay" },
  });
  expect(namesOf(ada)).toEqual(["Ada Maria Quay", "Adi Quay"]);
  expect(namesOf(personRecord({ id: "b", name: "Bo Chen" }))).toEqual(["Bo Chen"]);
});
