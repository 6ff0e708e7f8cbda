import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface Props {
  readonly root: RefObject<HTMLElement | null>;
  readonly entity: number;
}

/** A tick at the edge of the window for each mention of the traced entity, where it stands in the text. */
export function ScrollTicks({ root, entity }: Props) {
  const [shares, setShares] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const height = document.documentElement.scrollHeight;
    const marks = root.current?.querySelectorAll(`mark[data-entity="${entity}"]`) ?? [];
    setShares([...marks].map((mark) => (mark.getBoundingClientRect().top + scrollY) / height));
  }, [root, entity]);
  return (
    <svg class="ticks" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 1 1000">
      {shares.map((share) => (
        <rect key={share} x="0" width="1" height="4" y={Math.round(share * 1000)} />
      ))}
    </svg>
  );
}
