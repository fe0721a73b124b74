import { Link } from "~/ui/link.tsx";

/** Someone's name, leading to their page. */
export function PersonLink({ id, name }: { id: string; name: string }) {
  return (
    <Link tone="quiet" alone href={`/people/${id}`}>
      <bdi>{name}</bdi>
    </Link>
  );
}
