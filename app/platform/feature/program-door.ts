import type { Platform } from "../platform.server.ts";

/**
 * Where programs of others come in, with a token instead of a cookie: no page, no form, and nothing that a browser
 * would send by itself. What guards forms against other sites holds everywhere but here.
 */
export type ProgramDoor = {
  /** Everything below this path, such as "/scim/v2". */
  path: string;
  methods: readonly string[];
  /** How many bytes a request may have. */
  largest: number;
  /** Answers a request whose body is bounded and that brings no cookie. It lets nobody in unasked. */
  answer(platform: Platform, request: ProgramRequest): Promise<Response>;
};

export type ProgramRequest = {
  method: string;
  url: URL;
  headers: Headers;
  /** Null where none was sent, or none that is bounded by `largest`. */
  body: Uint8Array | "too-large" | null;
  /** The network address it comes from, where that is known; never stored. */
  client: string | null;
};
