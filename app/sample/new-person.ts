import type { NewPerson } from "~/features/people/index.server.ts";
import type { SamplePerson } from "./organisation.ts";

/** Somebody of the sample as the directory takes them. */
export function newPerson(
  { managerEmployeeId, level, givenName, familyName, ...person }: SamplePerson,
  idOf: (employeeId: string) => string,
): NewPerson {
  return {
    ...person,
    id: idOf(person.employeeId),
    name: `${givenName} ${familyName}`,
    givenName,
    familyName,
    jobLevel: level,
    managerId: managerEmployeeId === null ? null : idOf(managerEmployeeId),
  };
}
