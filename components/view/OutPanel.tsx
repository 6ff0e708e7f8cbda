import { useState } from 'preact/hooks';
import { message } from './messages.ts';
import { type Format, formats, type Source, saveFile, writeOut } from './write-out.ts';

interface Props {
  readonly source: Source;
  /** Prints the article; null where the frame can't. */
  readonly onPrint: (() => void) | null;
}

/** Copy or save the article. */
export function OutPanel({ source, onPrint }: Props) {
  const [note, setNote] = useState('');
  const copy = async (format: Format) => {
    const { text } = await writeOut(format, source);
    await navigator.clipboard.writeText(text).then(
      () => setNote(message('out.copied')),
      () => setNote(message('out.copyFailed')),
    );
  };
  const save = async (format: Format) => saveFile(await writeOut(format, source));
  const offered = formats.filter((format) => format !== 'json' || source.annotation);
  return (
    <>
      <dl class="formats">
        {offered.map((format) => (
          <div key={format}>
            <dt>{message(`out.${format}`)}</dt>
            <dd>
              <Button action={message('out.copy')} format={format} onClick={() => copy(format)} />
              <Button action={message('out.save')} format={format} onClick={() => save(format)} />
            </dd>
          </div>
        ))}
      </dl>
      {onPrint && (
        <button type="button" class="button" onClick={onPrint}>
          {message('out.print')}
        </button>
      )}
      <p role="status">{note}</p>
    </>
  );
}

function Button({ action, format, onClick }: { action: string; format: Format; onClick: () => void }) {
  return (
    <button
      type="button"
      class="button"
      aria-label={`${action}: ${message(`out.${format}`)}`}
      onClick={onClick}
    >
      {action}
    </button>
  );
}
