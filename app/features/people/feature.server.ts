import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { peopleForHome } from "./directory/first-step.server.ts";

export default feature<Actor>({
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
  uploads: [{ path: "/people/import", largest: LARGEST_UPLOAD }],
  tasks: peopleForHome,
});
