import { useState } from 'preact/hooks';
import type { LeadImage } from '../article/article.ts';
import { type ImagePolicy, isShowable } from '../article/sanitize.ts';
import { message } from './messages.ts';

interface Props {
  readonly image: LeadImage;
  readonly images: ImagePolicy;
  /** Markup of the body: an image that stands there is not shown twice. */
  readonly html: string;
}

/** The article's picture above the text; when it fails, its caption and a link to it stay. */
export function LeadImageView({ image, images, html }: Props) {
  const [hasFailed, setHasFailed] = useState(false);
  if (images === 'none' || !isShowable(image.src) || html.includes(fileName(image.src))) return null;
  return (
    <figure class="lead">
      {hasFailed ? (
        <p>
          <a href={image.src} target="_blank" rel="noopener noreferrer">
            {message('article.imageFailed')}
          </a>
        </p>
      ) : (
        <img
          src={image.src}
          alt={image.alt}
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setHasFailed(true)}
        />
      )}
      {(image.caption || image.credit) && (
        <figcaption dir="auto">
          {image.caption} {image.credit && <cite>{image.credit}</cite>}
        </figcaption>
      )}
    </figure>
  );
}

function fileName(src: string): string {
  return new URL(src).pathname.split('/').at(-1) || src;
}
