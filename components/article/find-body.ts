import { Readability } from '@mozilla/readability';
import { type Candidate, type Choice, candidateOf, chooseBody } from './choose-body.ts';
import { bodyFrom, containerOf } from './container.ts';
import { articleBodyOf, type JsonLdNode } from './json-ld.ts';
import type { PassageContext } from './passage-features.ts';
import { type Pruned, prune } from './prune.ts';
import { settle } from './settle.ts';
import { surveyOf } from './survey.ts';

export interface FoundBody extends Choice {
  /** What the passage filter is told of the page. */
  readonly context: PassageContext;
  /** Characters of prose on the page when boilerplate was gone. */
  readonly pageProse: number;
  readonly pruned: Pruned;
}

/** Finds where a copy's article stands. The copy is used up. */
export function findBody(
  copy: Document,
  { title, excerpt }: { readonly title: string; readonly excerpt: string | null },
  jsonLd: readonly JsonLdNode[],
): FoundBody | null {
  const articleBody = articleBodyOf(jsonLd, copy);
  settle(copy);
  const pruned = prune(copy, title);
  const survey = surveyOf(copy.body);
  const pageProse = survey.get(copy.body)?.prose ?? 0;
  const container = containerOf(survey);
  const marked = container ? candidateOf(bodyFrom(container.element)) : null;
  const read = readCandidate(copy);
  const choice = chooseBody(read, marked, container, articleBody, (text) => paragraphsOf(text, copy));
  if (!choice) return null;
  const shares = choice.other !== null && choice.agreement > 0.25;
  const context = {
    title,
    description: excerpt ?? '',
    articleBody,
    read: shares ? read!.texts : null,
    marked: shares ? marked!.texts : null,
  };
  return { ...choice, context, pageProse, pruned };
}

function readCandidate(copy: Document): Candidate | null {
  const parsed = new Readability<Element>(copy, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse();
  return parsed?.content ? candidateOf(parsed.content) : null;
}

function paragraphsOf(text: string, copy: Document): Element {
  const root = copy.createElement('div');
  for (const line of text.split(/\n+/)) {
    if (!line.trim()) continue;
    const paragraph = copy.createElement('p');
    paragraph.textContent = line.trim();
    root.append(paragraph);
  }
  return root;
}
