/**
 * Reads members of a node from its prototypes, past elements that a page has named like them: `document.body` is an
 * image when the page says `<img name="body">`, and a form's `parentNode` may be one of its inputs.
 */
export function property<Name extends string>(node: object, name: Name): unknown {
  const descriptor = descriptorOf(node, name);
  return descriptor?.get ? descriptor.get.call(node) : descriptor?.value;
}

type Relative = 'firstElementChild' | 'nextElementSibling' | 'parentElement';

/** The getter of elements' relatives, looked up once for walks over many of them. */
export function getter(element: Element, name: Relative): (of: Element) => Element | null {
  const get = descriptorOf(element, name)?.get;
  if (!get) throw new TypeError(`no getter ${name} on ${String(element)}`);
  return (of) => get.call(of) as Element | null;
}

/** The method of that name as the prototypes have it; to be called with `.call(node, …)`. */
export function method(node: object, name: string): (this: object, ...args: unknown[]) => unknown {
  const found = descriptorOf(node, name)?.value;
  if (typeof found !== 'function') throw new TypeError(`no method ${name} on ${String(node)}`);
  return found as (this: object, ...args: unknown[]) => unknown;
}

function descriptorOf(node: object, name: string): PropertyDescriptor | undefined {
  for (let level = Object.getPrototypeOf(node); level; level = Object.getPrototypeOf(level)) {
    const descriptor = Object.getOwnPropertyDescriptor(level, name);
    if (descriptor) return descriptor;
  }
  return Object.getOwnPropertyDescriptor(node, name);
}
