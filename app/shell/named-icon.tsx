import type { ReactElement } from "react";
import type { IconName } from "~/platform/feature/icon-name.ts";
import {
  CycleIcon,
  EditIcon,
  FrameworkIcon,
  HomeIcon,
  type IconProps,
  InboxIcon,
  LockIcon,
  MailIcon,
  PeopleIcon,
  PersonIcon,
  ReportIcon,
} from "~/ui/icons.tsx";

const icons: Record<IconName, (props: IconProps) => ReactElement> = {
  home: HomeIcon,
  people: PeopleIcon,
  person: PersonIcon,
  cycle: CycleIcon,
  report: ReportIcon,
  framework: FrameworkIcon,
  inbox: InboxIcon,
  mail: MailIcon,
  edit: EditIcon,
  lock: LockIcon,
};

/** The picture that a manifest names. */
export function NamedIcon({ name }: { name: IconName }) {
  const Icon = icons[name];
  return <Icon />;
}
