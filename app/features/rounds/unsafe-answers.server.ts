export {
  type SubmittedResponse,
  submittedResponses,
} from "./answering/response-store.server.ts";
