/** A zone as people read it: the part of the world, and the place: "Europe", "Berlin". */
export function placeOf(zone: string): { region: string; place: string } {
  const [region = "", ...rest] = zone.split("/");
  const place = rest.map((part) => part.replaceAll("_", " ")).reverse();
  return place.length === 0 ? { region: "", place: zone } : { region, place: place.join(", ") };
}
