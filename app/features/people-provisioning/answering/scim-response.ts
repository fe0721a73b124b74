import type { Json } from "../domain/read-value.ts";
import type { ScimFault } from "../domain/scim-fault.ts";

const SCIM_JSON = "application/scim+json";
const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

type Headed = Readonly<Record<string, string>>;

/** An answer as the protocol has it. Nothing of it is kept on the way. */
export function scimResponse(body: Json | null, status = 200, headers: Headed = {}): Response {
  return new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: {
      "Cache-Control": "no-store",
      ...(body === null ? {} : { "Content-Type": SCIM_JSON }),
      ...headers,
    },
  });
}

export function faultResponse(
  { status, scimType, detail }: Omit<ScimFault, "ok">,
  headers: Headed = {},
): Response {
  const type = scimType ? { scimType } : {};
  const body = { schemas: [ERROR], status: String(status), ...type, detail };
  return scimResponse(body, status, headers);
}
