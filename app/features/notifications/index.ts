export type { Letter } from "./emails/letter.tsx";
