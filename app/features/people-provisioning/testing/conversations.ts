import { PATCH_OP } from "../domain/read-patch.ts";
import { CORE_GROUP } from "../domain/read-path.ts";
import { CORE_USER, ENTERPRISE_USER } from "../domain/user-attributes.ts";

// Requests in the shapes that two identity providers document for their SCIM clients, written anew with people of our
// own: https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups and
// https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/

const patch = (...Operations: unknown[]) => ({ schemas: [PATCH_OP], Operations });

/** Microsoft Entra ID: operations begin with a capital, yes and no are text, paths carry filters. */
export const entra = {
  user: (name: string, more: object = {}) => ({
    schemas: [CORE_USER, ENTERPRISE_USER],
    externalId: `${name}-object-id`,
    userName: `${name}@fleet.example`,
    active: true,
    displayName: `${name} Entra`,
    emails: [{ primary: true, type: "work", value: `${name}@fleet.example` }],
    meta: { resourceType: "User" },
    name: { formatted: `${name} Entra`, familyName: "Entra", givenName: name },
    ...more,
  }),
  findUser: (name: string) =>
    `/Users?filter=${encodeURIComponent(`userName eq "${name}@fleet.example"`)}`,
  rename: patch(
    { op: "Replace", path: 'emails[type eq "work"].value', value: "moved@fleet.example" },
    { op: "Replace", path: "name.familyName", value: "Renamed" },
    { op: "Add", path: "displayName", value: "Ana Renamed" },
  ),
  enterprise: patch(
    { op: "Add", path: `${ENTERPRISE_USER}:department`, value: "Deck" },
    { op: "Add", path: `${ENTERPRISE_USER}:employeeNumber`, value: "E-17" },
    { op: "Add", path: 'addresses[type eq "work"].country', value: "Norway" },
    { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "+47 000" },
  ),
  enterpriseAtOnce: patch({
    op: "replace",
    value: { [`${ENTERPRISE_USER}:division`]: "Fleet", "name.givenName": "Anna", title: "Bosun" },
  }),
  manager: (id: string) =>
    patch({ op: "Add", path: `${ENTERPRISE_USER}:manager`, value: [{ $ref: null, value: id }] }),
  managerAsText: (id: string) =>
    patch({ op: "Replace", path: `${ENTERPRISE_USER}:manager`, value: id }),
  noManager: patch({ op: "Remove", path: `${ENTERPRISE_USER}:manager` }),
  disable: patch({ op: "Replace", path: "active", value: "False" }),
  enable: patch({ op: "Replace", path: "active", value: "True" }),
  group: (name: string) => ({
    schemas: [
      CORE_GROUP,
      "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
    ],
    externalId: `${name}-object-id`,
    displayName: name,
    meta: { resourceType: "Group" },
  }),
  findGroup: (name: string) =>
    `/Groups?excludedAttributes=members&filter=${encodeURIComponent(`displayName eq "${name}"`)}`,
  addMember: (id: string) =>
    patch({ op: "Add", path: "members", value: [{ $ref: null, value: id }] }),
  removeMember: (id: string) =>
    patch({ op: "Remove", path: "members", value: [{ $ref: null, value: id }] }),
  renameGroup: (name: string) => patch({ op: "Replace", path: "displayName", value: name }),
};

/** Okta: operations without a path, and whole resources by PUT. */
export const okta = {
  findUser: (name: string) =>
    `/Users?filter=${encodeURIComponent(`userName eq "${name}@okta.example"`)}&startIndex=1&count=100`,
  user: (name: string, more: object = {}) => ({
    schemas: [CORE_USER, ENTERPRISE_USER],
    userName: `${name}@okta.example`,
    name: { givenName: name, familyName: "Okta" },
    emails: [{ primary: true, value: `${name}@okta.example`, type: "work" }],
    displayName: `${name} Okta`,
    locale: "en-US",
    externalId: `00u-${name}`,
    groups: [],
    password: "not kept anywhere",
    active: true,
    ...more,
  }),
  deactivate: patch({ op: "replace", value: { active: false } }),
  activate: patch({ op: "replace", value: { active: true } }),
  group: (name: string, ids: readonly string[] = []) => ({
    schemas: [CORE_GROUP],
    displayName: name,
    members: ids.map((value) => ({ value, display: value })),
  }),
  renameGroup: (id: string, name: string) =>
    patch({ op: "replace", value: { id, displayName: name } }),
  addMember: (id: string) =>
    patch({ op: "add", path: "members", value: [{ value: id, display: "somebody" }] }),
  removeMember: (id: string) => patch({ op: "remove", path: `members[value eq "${id}"]` }),
};

export { patch };
