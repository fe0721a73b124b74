export { deliverMessage } from "./deliver-message.server.ts";
export { eraseMessagesAbout } from "./erase-messages-about.server.ts";
export { type NewMessage, queueMessages } from "./queue-messages.server.ts";
export { writeLetter } from "./write-letter.server.tsx";
