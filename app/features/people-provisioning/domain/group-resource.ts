import { CORE_GROUP } from "./read-path.ts";
import type { Json } from "./read-value.ts";
import type { Base } from "./user-resource.ts";

/** A group of a provider. `members`: null where they were not asked for. */
export type Group = {
  id: string;
  displayName: string;
  externalId: string | null;
  version: number;
  created: Date;
  changed: Date;
  members: { id: string; name: string }[] | null;
};

export function groupVersion({ version }: Pick<Group, "version">): string {
  return `W/"${version}"`;
}

/** A group as SCIM has it. */
export function groupResource(group: Group, base: Base): Json {
  const { id, displayName, externalId, members, created, changed } = group;
  return {
    schemas: [CORE_GROUP],
    ...{ id, displayName },
    ...(externalId === null ? {} : { externalId }),
    ...(members === null
      ? {}
      : {
          members: members.map((each) => ({
            ...{ value: each.id, display: each.name, type: "User" },
            $ref: `${base}/Users/${each.id}`,
          })),
        }),
    meta: {
      resourceType: "Group",
      created: created.toISOString(),
      lastModified: changed.toISOString(),
      location: `${base}/Groups/${id}`,
      version: groupVersion(group),
    },
  };
}
