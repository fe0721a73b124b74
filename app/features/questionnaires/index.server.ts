export { commentHints } from "./answering/comment-hints.server.ts";
