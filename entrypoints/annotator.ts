import { defineUnlistedScript } from '#imports';
import { type AnnotationRequest, answerer } from '../components/entities/answer.ts';

/** A worker: loads the model at once, and answers requests with it. */
export default defineUnlistedScript(() => {
  const ready = fetch('/ner/en.ner')
    .then((response) => (response.ok ? response.arrayBuffer() : null))
    .catch(() => null)
    .then(answerer);
  self.onmessage = async ({ data }: MessageEvent<AnnotationRequest>) => postMessage((await ready)(data));
});
