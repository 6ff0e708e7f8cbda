export const sentence =
  'The harbour council met for nine hours on Tuesday before it agreed, by a single vote, to reopen the old lock.';
const story = `<article><h1>Lock reopens</h1>${`<p>${sentence}</p>`.repeat(6)}</article>`;

/** Pages on which some part stands in for a property of its form or document, the shapes that are known to hang or throw. */
export const knownShapes = [
  { name: 'a parent that is an input', body: `<form><input name="parentNode"></form>${story}` },
  { name: 'a next sibling that is an input', body: `<form><input name="nextSibling">${story}</form>` },
  {
    name: 'children that are an input',
    body: `<form><input name="children"><input name="childNodes">${story}</form>`,
  },
  {
    name: 'a tag name that is a button',
    body: `<form><button name="tagName"></button><button name="nodeName"></button>${story}</form>`,
  },
  {
    name: 'attributes that are a field',
    body: `<form>${story}<textarea name="attributes"></textarea></form>`,
  },
  {
    name: 'a first child by id',
    body: `<form id="f"><p>x</p>${story}</form><input form="f" id="firstChild">`,
  },
  {
    name: 'a removal that is a picture',
    body: `<form><img name="removeChild"><img id="remove">${story}</form>`,
  },
  {
    name: 'a text that is a select',
    body: `<form><select name="textContent"></select><select name="innerHTML"></select>${story}</form>`,
  },
  { name: 'a body that is a picture', body: `<img name="body">${story}` },
  {
    name: 'a query that is a form',
    body: `<form name="querySelectorAll"></form><form name="getElementsByTagName"></form>${story}`,
  },
  {
    name: 'a root that is an object',
    body: `<object id="documentElement"></object><embed name="head">${story}`,
  },
  {
    name: 'a class name that is an output',
    body: `<form><output name="className"></output><object name="id"></object>${story}</form>`,
  },
  {
    name: 'forms within forms',
    body: `<form><div><form name="parentElement"></div>${story}<input name="parentElement"></form>`,
  },
];

/** What Readability and our own code ask of elements and documents. */
export const properties = (
  'attributes baseURI body cells checkVisibility childElementCount childNodes children className classList cloneNode ' +
  'closest compareDocumentPosition contains content contentType createElement createTreeWalker dataset defaultView dir ' +
  'documentElement documentURI elements firstChild firstElementChild getAttribute getAttributeNames getElementById ' +
  'getElementsByTagName getSelection hasAttribute head hidden href id implementation importNode innerHTML innerText ' +
  'lang lastChild lastElementChild length localName matches namespaceURI nextElementSibling nextSibling nodeName ' +
  'nodeType nodeValue outerHTML ownerDocument parentElement parentNode previousElementSibling previousSibling ' +
  'querySelector querySelectorAll readyState remove removeAttribute removeChild replaceChild replaceChildren ' +
  'replaceWith rows shadowRoot src style tagName textContent title URL'
).split(' ');

/** A page on which everything that can stand in for a property stands in for this one. */
export function clobbered(property: string, attribute: 'name' | 'id'): string {
  const as = `${attribute}="${property}"`;
  return (
    `<form><input ${as}><object ${as}></object><img ${as} src="/a.png"><p>a</p>${story}</form>` +
    `<form ${as}><p>a</p></form><object ${as}></object><embed ${as}><img ${as} src="/a.png">`
  );
}

export function clobberedInAll(): string {
  const inputs = properties.map((property) => `<input name="${property}"><img id="${property}">`).join('');
  return `<form>${inputs}${story}</form>`;
}

export function clobberingPage(body: string): string {
  return `<!doctype html><html lang="en"><head><title>Lock reopens</title></head><body>${body}</body></html>`;
}
