export { commentHints } from "./answering/comment-hints.server.ts";
export { scaleRange } from "./answering/measure-of.ts";
