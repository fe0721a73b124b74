import { CORE_GROUP } from "./read-path.ts";
import type { Json } from "./read-value.ts";
import { CORE_USER, ENTERPRISE_USER } from "./user-attributes.ts";

/** What this server can do (RFC 7643, 5). `most`: how many are told at once at most. */
export function serviceProviderConfig(base: string, most: number): Json {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: most },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "Bearer token",
        description: "A token that an administrator of the organisation makes in Twohats.",
        primary: true,
      },
    ],
    meta: { resourceType: "ServiceProviderConfig", location: `${base}/ServiceProviderConfig` },
  };
}

/** What kinds of resources there are (RFC 7643, 6). */
export function resourceTypes(base: string): Json[] {
  const type = (name: string, schema: string, more: Json = {}) => ({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
    ...{ id: name, name, endpoint: `/${name}s`, schema, ...more },
    meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${name}` },
  });
  return [
    type("User", CORE_USER, {
      schemaExtensions: [{ schema: ENTERPRISE_USER, required: false }],
    }),
    type("Group", CORE_GROUP),
  ];
}
