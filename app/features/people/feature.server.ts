import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { earliest } from "~/platform/calendar/earliest.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { forgetAbsences, nextToForget } from "./absence/forget-absences.server.ts";
import { searchPeople } from "./audience/search-people.server.ts";
import { audited } from "./audited.server.ts";
import { leaveOnTime, nextToLeave } from "./by-hand/leave-on-time.server.ts";
import { peopleForHome } from "./directory/first-step.server.ts";
import { retention } from "./kept/retention.server.ts";
import { personal } from "./personal.server.ts";
import {
  mayChangePeople,
  mayChooseForThemselves,
  mayLookUpPeople,
  maySeeEmployment,
  maySeeInactivePeople,
} from "./policy.ts";

export default feature<Actor>({
  audited,
  retention,
  personal,
  navigation: [
    {
      href: "/people",
      label: "people:place",
      icon: "people",
      at: 40,
      shownTo: ({ role }) => role !== "leaver",
    },
    {
      href: "/access",
      label: "people:access.place",
      icon: "person",
      at: 30,
      secondary: true,
      shownTo: mayAdminister,
    },
  ],
  tasks: peopleForHome,
  search: searchPeople,
  abilities: {
    "look up colleagues": ({ role }) => role !== "leaver",
    "look up former colleagues": maySeeInactivePeople,
    "see employee id, dates and absences: their own": (actor) =>
      actor.personId !== null && maySeeEmployment(actor, actor.personId),
    "see employee id, dates and absences: of others, also as their manager": (actor) =>
      maySeeEmployment(actor, "somebody else"),
    "find people by address or employee id, to choose who takes part": mayLookUpPeople,
    "say how oneself is called, spoken of and written to": mayChooseForThemselves,
    "change, merge and erase people, set them inactive or active again, read their history":
      mayChangePeople,
  },
  clock: {
    act: { "let people leave": leaveOnTime },
    tidy: { "forget absences": forgetAbsences },
    nextTime: async (tx, scope, now) =>
      earliest([await nextToLeave(tx, scope, now), await nextToForget(tx, scope)]),
  },
});
