/** What a request was refused for, by the names RFC 7644 (3.12) has for it. */
export type ScimType =
  | "invalidFilter"
  | "invalidPath"
  | "invalidSyntax"
  | "invalidValue"
  | "mutability"
  | "noTarget"
  | "tooMany"
  | "uniqueness";

/**
 * A refusal as an identity provider gets it. `detail` is for whoever reads its log: one language, as the protocol is.
 */
export type ScimFault = { ok: false; status: number; scimType?: ScimType; detail: string };

export type Read<Value> = { ok: true; value: Value } | ScimFault;

/** What was sent can't be taken. */
export function badRequest(scimType: ScimType, detail: string): ScimFault {
  return { ok: false, status: 400, scimType, detail };
}

/** Nothing is here under that id, as far as this provider may know. */
export function nothingHere(id: string): ScimFault {
  return {
    ok: false,
    status: 404,
    detail: `There is no resource with the id ${id.slice(0, 100)}.`,
  };
}

/** Somebody or something else has what no two may have. */
export function taken(what: string): ScimFault {
  return { ok: false, status: 409, scimType: "uniqueness", detail: `${what} is taken already.` };
}

/** It is not as it was when the provider looked. */
export const CHANGED_SINCE: ScimFault = {
  ok: false,
  status: 412,
  detail: "The resource was changed since: its version is another one.",
};
