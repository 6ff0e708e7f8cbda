/** Text of an element in one line, or null when it is longer than asked for: then the rest is not even looked at. */
export function shortText(element: Element, most: number): string | null {
  const pieces: string[] = [];
  let rest = most * 2; // white space is not counted yet
  const gather = (node: Node): boolean => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        pieces.push(child.nodeValue!);
        rest -= child.nodeValue!.trim().length;
        if (rest < 0) return false;
      } else if (child.nodeType === 1 && !gather(child)) return false;
    }
    return true;
  };
  if (!gather(element)) return null;
  const text = pieces.join('').replace(/\s+/g, ' ').trim();
  return text.length <= most ? text : null;
}
