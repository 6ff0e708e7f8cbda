/** Outlines on a 24-unit square, drawn for this toolbar. */
const outlines = {
  index: 'M4 6h10M4 12h10M4 18h7M18 5v14M15.5 16.5 18 19l2.5-2.5',
  text: 'M3 18 8 6l5 12M4.7 14h6.6M15 18l3-7 3 7M16 15.7h4',
  page: 'M9 4H4v5M4 4l6.5 6.5M15 20h5v-5M20 20l-6.5-6.5',
  close: 'M6 6l12 12M18 6 6 18',
  previous: 'M6 15l6-6 6 6',
  next: 'M6 9l6 6 6-6',
  find: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  speak: 'M4 10v4h3l5 4V6l-5 4H4ZM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  help: 'M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1M12 17.5h.01',
  out: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 13v6h14v-6',
  play: 'M8 5v14l11-7Z',
  pause: 'M8 5v14M16 5v14',
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
