/**
 * A long index lies in its slides as text, which costs a page nothing; it becomes elements when its slide is near,
 * is printed, read or searched.
 */
export function fillListings(root: ParentNode = document): void {
  for (const held of root.querySelectorAll('script.listing-held')) held.outerHTML = held.textContent ?? '';
}
