export { signedResponses } from "./answering/signed-responses.server.ts";
