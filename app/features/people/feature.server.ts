import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { peopleForHome } from "./directory/first-step.server.ts";

export default feature<Actor>({
  navigation: [
    {
      href: "/people",
      label: "identity:frame.people",
      icon: "people",
      at: 40,
      shownTo: ({ role }) => role !== "leaver",
    },
    {
      href: "/access",
      label: "identity:frame.access",
      icon: "person",
      at: 30,
      secondary: true,
      shownTo: mayAdminister,
    },
  ],
  tasks: peopleForHome,
});
