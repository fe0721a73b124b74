import { CORE_GROUP } from "./read-path.ts";
import type { Json } from "./read-value.ts";
import {
  CORE_USER,
  ENTERPRISE_USER,
  MULTIPLE,
  USER_ATTRIBUTES,
  type UserAttribute,
} from "./user-attributes.ts";

const SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

/** What is told of attributes (RFC 7643, 7), made of the one list of them. */
export function schemas(base: string): Json[] {
  return [
    schema(base, CORE_USER, "User", "Somebody of the directory", attributesOf(CORE_USER)),
    schema(
      base,
      ENTERPRISE_USER,
      "EnterpriseUser",
      "Somebody at work",
      attributesOf(ENTERPRISE_USER),
    ),
    schema(base, CORE_GROUP, "Group", "A group of the identity provider", GROUP),
  ];
}

function schema(base: string, id: string, name: string, description: string, attributes: Json[]) {
  return {
    schemas: [SCHEMA],
    ...{ id, name, description, attributes },
    meta: { resourceType: "Schema", location: `${base}/Schemas/${id}` },
  };
}

function attributesOf(own: UserAttribute["schema"]): Json[] {
  const listed = USER_ATTRIBUTES.filter((each) => each.schema === own);
  const groups = Map.groupBy(listed, ({ path }) => path.split(".")[0] ?? path);
  return [...groups].map(([name, parts]) => {
    const [first] = parts;
    if (first && !first.path.includes(".")) return simple(name, first);
    return {
      ...complex(
        name,
        MULTIPLE.some((each) => each === name),
      ),
      subAttributes: [
        ...parts.map((each) => simple(each.path.slice(name.length + 1), each)),
        ...(MULTIPLE.some((each) => each === name) ? [plain("type")] : []),
        ...(name === "emails" ? [{ ...plain("primary"), type: "boolean" }] : []),
      ],
    };
  });
}

function simple(name: string, { type, caseExact, required, fact }: UserAttribute): Json {
  return {
    ...plain(name),
    type: type === "boolean" ? "boolean" : "string",
    ...{ required: required ?? false, caseExact: caseExact ?? type === "reference" },
    uniqueness: UNIQUE.includes(fact) ? "server" : "none",
  };
}

const UNIQUE: readonly string[] = ["userName", "externalId", "email", "employeeNumber"];

function complex(name: string, multiValued: boolean): Json {
  return { ...plain(name), type: "complex", multiValued };
}

function plain(name: string): Json {
  return {
    ...{ name, type: "string", multiValued: false, required: false, caseExact: false },
    ...{ mutability: "readWrite", returned: "default", uniqueness: "none" },
  };
}

const GROUP: Json[] = [
  { ...plain("displayName"), required: true, uniqueness: "server" },
  { ...plain("externalId"), caseExact: true, uniqueness: "server" },
  {
    ...complex("members", true),
    subAttributes: [
      { ...plain("value"), caseExact: true, mutability: "immutable" },
      { ...plain("display"), mutability: "readOnly" },
      { ...plain("type"), mutability: "readOnly" },
      { ...plain("$ref"), type: "reference", mutability: "readOnly", referenceTypes: ["User"] },
    ],
  },
];
