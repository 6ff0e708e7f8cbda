import { defineUnlistedScript } from '#imports';
import type { AnnotationRequest } from '../components/view/annotator.ts';

export default defineUnlistedScript(() => {
  self.onmessage = ({ data }: MessageEvent<AnnotationRequest>) => {
    postMessage({ id: data.id, annotation: null });
  };
});
