export { AudienceForm } from "./components/audience/audience-form.tsx";
export { AudienceList } from "./components/audience/audience-list.tsx";
export { PersonLink } from "./components/person-link.tsx";
export { LimitNote } from "./components/units/limit-note.tsx";
