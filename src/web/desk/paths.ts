/** Where an outlet is looked after. */
export function deskPath(slug: string): string {
  return `/desk/outlets/${encodeURIComponent(slug)}`;
}

export function additionPath(id: string): string {
  return `/desk/additions/${id}`;
}
